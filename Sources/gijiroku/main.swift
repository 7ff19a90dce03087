print("gijiroku")
