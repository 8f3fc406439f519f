# The figures of rates-by-r.json, made once by R: Rscript rates-by-r.R > rates-by-r.json
# Road deaths and serious injuries by the month (datasets::UKDriverDeaths), and days made by R with weekdays, a season, growth and more spread than Poisson's.
set.seed(20)
day <- as.Date("2022-01-03") + 0:799
week <- c(1.2, 1.1, 1, 1, 1.2, 0.8, 0.7)[as.integer(format(day, "%u"))]
season <- 1 + 0.15 * cos(2 * pi * (as.integer(format(day, "%m")) - 1) / 12)
made <- rnbinom(800, size = 12, mu = 6 * week * season * 1.25^(0:799 / 365.25))
first <- seq(as.Date("1969-01-01"), by = "month", length.out = 193)
sets <- list(
  days = list(day = day, days = rep(1, 800), count = made, weekdays = TRUE),
  drivers = list(day = first[1:192], days = as.numeric(diff(first)), count = as.integer(UKDriverDeaths), weekdays = FALSE)
)
num <- function(x) paste(format(x, digits = 9, scientific = FALSE, trim = TRUE), collapse = ", ")
lines <- sapply(names(sets), function(id) {
  s <- sets[[id]]; n <- as.numeric(s$day); end <- n[length(n)] + s$days[length(n)]
  middle <- n + (s$days - 1) / 2
  d <- data.frame(count = s$count, days = s$days, x = (middle - end) / 365.25,
    w = factor(as.integer(format(s$day, "%u"))), m = factor(as.integer(format(as.Date(floor(middle), origin = "1970-01-01"), "%m"))))
  f <- glm(if (s$weekdays) count ~ w + m + x else count ~ m + x, poisson, d, offset = log(days), control = glm.control(epsilon = 1e-14, maxit = 50))
  b <- coef(f); mo <- exp(c(0, b[grep("^m", names(b))])); wd <- if (s$weekdays) exp(c(0, b[grep("^w", names(b))])) else rep(1, 7)
  df <- f$df.residual; x2 <- sum(residuals(f, "pearson")^2)
  sprintf('    "%s": {\n      "firstDay": %d,\n      "days": [%s],\n      "counts": [%s],\n      "perDay": %s,\n      "weekdayFactors": [%s],\n      "monthFactors": [%s],\n      "growthPerYear": %s,\n      "dispersion": [%s]\n    }',
    id, n[1], paste(s$days, collapse = ", "), paste(s$count, collapse = ", "), num(exp(b[[1]]) * mean(wd) * mean(mo)), num(wd / mean(wd)), num(mo / mean(mo)),
    num(exp(b[["x"]]) - 1), num(c(x2 / df, x2 / qchisq(c(0.975, 0.025), df))))
})
cat(sprintf('{\n  "madeBy": "%s, glm: Rscript rates-by-r.R",\n  "sets": {\n%s\n  }\n}\n', R.version.string, paste(lines, collapse = ",\n")))
