# Graphs by parmigene 1.1.0 (Debian r-cran-parmigene, R 4.2.2) from the information of GaussianNetwork:
#   java ... io.github.miscope.network.GaussianNetwork mi.csv && Rscript network.R mi.csv network.csv
library(parmigene)
arguments <- commandArgs(trailingOnly = TRUE)
pairs <- read.csv(arguments[1])
d <- max(pairs$y) + 1
place <- cbind(pairs$x, pairs$y) + 1
mi <- matrix(0, d, d)
mi[place] <- pairs$mi
mi <- mi + t(mi)
pairs$aracne_a <- aracne.a(mi, 0.05)[place]
pairs$aracne_m <- aracne.m(mi, 0.15)[place]
pairs$clr <- clr(mi)[place]
pairs$mrnet <- mrnet(mi)[place]
average <- function(weights) {
  ranked <- order(-weights)[seq_len(sum(weights > 0))]
  hits <- pairs$edge[ranked]
  sum(hits * cumsum(hits) / seq_along(hits)) / sum(pairs$edge)
}
out <- file(arguments[2], "w")
writeLines("# parmigene 1.1.0, R 4.2.2: network.R; aracne.a eps 0.05, aracne.m tau 0.15", out)
for (name in c("mi", "aracne_a", "aracne_m", "clr", "mrnet")) {
  writeLines(sprintf("# average precision,%s,%.17g", gsub("_", ".", name), average(pairs[[name]])), out)
}
writeLines(paste(names(pairs), collapse = ","), out)
writeLines(do.call(sprintf, c("%d,%d,%d,%.16g,%.16g,%.16g,%.16g,%.16g", as.list(pairs))), out)
close(out)
