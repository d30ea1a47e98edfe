"""Who promises what: signatures under one frozen version of plan and budget, and a page that proves it."""
