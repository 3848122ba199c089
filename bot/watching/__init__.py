"""Saved questions: what newly ingested articles bring is posted once, also over restarts and failures of Discord."""
