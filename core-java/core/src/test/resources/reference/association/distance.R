# Distance correlation, energy::dcor (index 1), of the first column with the second of each file of
# numbers: Rscript distance.R
suppressMessages(library(energy))
files <- sort(Sys.glob("numbers_*.csv.gz"))
out <- file("distance.csv", "w")
writeLines(paste0("# energy ", packageVersion("energy"), ", R ", getRversion(), ", by Rscript distance.R: dcor(x, y)"), out)
writeLines("file,distance", out)
for (f in files) {
  d <- as.matrix(read.csv(gzfile(f), header = FALSE))
  value <- dcor(d[, 1], d[, 2])
  writeLines(sprintf("%s,%.17g", sub(".csv.gz", "", f, fixed = TRUE), value), out)
}
close(out)
