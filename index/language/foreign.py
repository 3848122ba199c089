"""Small words of other languages, by which a question in one of them is known.

Words that English has too ("in", "was", "die", "on") or that stand in names ("de", "la", "von") are left out.
"""

from __future__ import annotations

from index.language.english import words

FOREIGN_WORDS = words("""
der das den dem des ein eine einen einem einer und oder nicht hat haben ist sind wurde wird sagte sagt gesagt meint über
zu zum zur mit für auf bei nach wie warum wann wer wo welche welcher welches
le les des une et ou est sont sur dans pour avec que qui quoi dit quel quelle quels quelles comment pourquoi quand où
el los las una y o es son sobre para con qué que quién dijo dice cuál cómo cuándo dónde por del
il lo gli uno una e è sono su per con che chi cosa detto ha disse quale come quando dove perché della
os um uma são com quem disse sobre qual como quando onde
het een en van zei over voor met wat wie hoe waarom wanneer waar heeft
och om vad sade säger för med vem hur när varför
co powiedział powiedziała jest na o z do kto jak kiedy gdzie dlaczego
ne dedi hakkında ve bir için kim nasıl neden ce spus despre și cine cum
""")
# Scripts that English is not written in.
OTHER_SCRIPTS = (
    (0x0370, 0x03FF), (0x0400, 0x052F), (0x0530, 0x058F), (0x0590, 0x05FF), (0x0600, 0x06FF), (0x0900, 0x0DFF),
    (0x0E00, 0x0E7F), (0x10A0, 0x10FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF),
)  # fmt: skip
