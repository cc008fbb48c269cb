"""One format a file: citations of a record, tables of counts."""
