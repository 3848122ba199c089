"""When each statement was said: article and statements -> days."""
