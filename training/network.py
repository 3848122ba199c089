"""The tagger's network: a BERT encoder with three more input embeddings, BIO heads and two pointers."""

from __future__ import annotations

from torch import Tensor, nn
from transformers import PreTrainedModel

POINTER = 64


class TaggerNetwork(nn.Module):
    """Inputs `(batch, length)`: ids, case, state, first, mask. Outputs: BIO logits `(batch, length, 9)` in the order
    content, cue, mention, and pointer vectors `(batch, length, 4 * POINTER)`: question and key of the pointer from
    content to mention, question and key of the one from content to cue.
    """

    def __init__(self, encoder: PreTrainedModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = self.encoder.config.hidden_size
        self.case = nn.Embedding(4, width)
        self.state = nn.Embedding(3, width)
        self.first = nn.Embedding(2, width)
        for table in (self.case, self.state, self.first):
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, 9)
        self.pointers = nn.Linear(width, 4 * POINTER)

    def forward(self, ids: Tensor, case: Tensor, state: Tensor, first: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        words = self.encoder.embeddings.word_embeddings(ids)
        words = words + self.case(case) + self.state(state) + self.first(first)
        wide = mask[:, None, None, :].to(words.dtype)
        bias = (1.0 - wide) * -10000.0
        bias = bias.expand(-1, -1, ids.shape[1], -1)
        hidden = self.encoder(inputs_embeds=words, attention_mask=bias).last_hidden_state
        hidden = self.drop(hidden)
        return self.tags(hidden), self.pointers(hidden)


def pointer_scores(vectors: Tensor, which: int) -> Tensor:
    """Scores `(batch, length, length)` of pointer 0 (mention) or 1 (cue): from each piece to each piece."""
    parts = vectors.float().split(POINTER, dim=-1)
    return parts[2 * which] @ parts[2 * which + 1].transpose(1, 2) / POINTER**0.5
