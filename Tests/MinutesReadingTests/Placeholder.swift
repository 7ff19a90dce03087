// replaced by the reader tests
