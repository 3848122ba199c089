"""Documents from the open web: one way to fetch, for whatever face or part wants one."""
