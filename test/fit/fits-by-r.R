# The figures of fits-by-r.json, made once by R: Rscript fits-by-r.R > fits-by-r.json
# survfit for the share still there (Kaplan-Meier), with late entry in survival::heart; survreg for the exponential, Weibull and lognormal; fitdistrplus for the gamma; intervals of mean and sd by profiles of R's own densities.
suppressMessages({ library(survival); library(MASS); library(fitdistrplus) })
data(groundbeef)
sets <- list(
  aml = list(from = "survival::aml, time and status: weeks of remission in acute myelogenous leukaemia", time = aml$time, left = aml$status),
  ovarian = list(from = "survival::ovarian, futime and fustat: days after treatment", time = ovarian$futime, left = ovarian$fustat),
  lung = list(from = "survival::lung, time and status: days with advanced lung cancer", time = lung$time, left = lung$status - 1),
  veteran = list(from = "survival::veteran, time and status: days in the Veterans' lung cancer trial", time = veteran$time, left = veteran$status),
  gehan = list(from = "MASS::gehan, time and cens: weeks of remission, 6-MP and control", time = gehan$time, left = gehan$cens),
  groundbeef = list(from = "fitdistrplus::groundbeef, serving: grams of a serving; nothing censored", time = groundbeef$serving, left = rep(1, nrow(groundbeef)))
)
tight <- survreg.control(rel.tolerance = 1e-13, maxiter = 200)
families <- list(
  exponential = list(d = function(t, m, k) dexp(t, 1 / m, log = TRUE), s = function(t, m, k) pexp(t, 1 / m, lower.tail = FALSE, log.p = TRUE), cv = function(k) 1),
  gamma = list(d = function(t, m, k) dgamma(t, k, k / m, log = TRUE), s = function(t, m, k) pgamma(t, k, k / m, lower.tail = FALSE, log.p = TRUE), cv = function(k) 1 / sqrt(k)),
  weibull = list(d = function(t, m, k) dweibull(t, k, m / gamma(1 + 1 / k), log = TRUE), s = function(t, m, k) pweibull(t, k, m / gamma(1 + 1 / k), lower.tail = FALSE, log.p = TRUE), cv = function(k) sqrt(gamma(1 + 2 / k) / gamma(1 + 1 / k)^2 - 1)),
  lognormal = list(d = function(t, m, k) dlnorm(t, log(m) - k^2 / 2, k, log = TRUE), s = function(t, m, k) plnorm(t, log(m) - k^2 / 2, k, lower.tail = FALSE, log.p = TRUE), cv = function(k) sqrt(exp(k^2) - 1))
)
native <- function(name, t, left) {
  if (name == "gamma") {
    # In units of the mean, where its search begins well; then back.
    unit <- mean(t); u <- t / unit; control <- list(reltol = 1e-15, maxit = 20000); start <- list(shape = 1, rate = 1)
    f <- if (all(left == 1)) fitdist(u, "gamma", start = start, control = control)
         else fitdistcens(data.frame(left = u, right = ifelse(left == 1, u, NA)), "gamma", start = start, control = control)
    k <- f$estimate[["shape"]]; rate <- f$estimate[["rate"]] / unit
    return(list(numbers = list(shape = k, rate = rate), logLikelihood = f$loglik - sum(left) * log(unit), mean = k / rate, k = k))
  }
  f <- survreg(Surv(t, left) ~ 1, dist = name, control = tight)
  b <- f$coefficients[[1]]; s <- f$scale; l <- f$loglik[2]
  if (name == "exponential") list(numbers = list(rate = exp(-b)), logLikelihood = l, mean = exp(b), k = 1)
  else if (name == "weibull") list(numbers = list(shape = 1 / s, scale = exp(b)), logLikelihood = l, mean = exp(b) * gamma(1 + s), k = 1 / s)
  else list(numbers = list(meanlog = b, sdlog = s), logLikelihood = l, mean = exp(b + s^2 / 2), k = s)
}
ends <- function(f, name, t, left, best, of) {
  at <- function(m, k) sum(f$d(t[left == 1], m, k)) + sum(f$s(t[left == 0], m, k))
  value <- if (of == "mean") best$mean else best$mean * f$cv(best$k)
  profile <- function(v) {
    if (name == "exponential") return(at(v, 1))
    g <- function(lk) at(if (of == "mean") v else v / f$cv(exp(lk)), exp(lk))
    optimize(g, log(best$k) + c(-2.5, 2.5), maximum = TRUE, tol = 1e-10)$objective
  }
  fall <- function(lv) profile(exp(lv)) - best$logLikelihood + qchisq(0.95, 1) / 2
  end <- function(step) exp(uniroot(fall, sort(log(value) + c(0, step)), extendInt = if (step < 0) "upX" else "downX", tol = 1e-12)$root)
  c(value, end(-1), end(1))
}
# The lengths at which somebody left, and the share still there after each.
km <- function(s) {
  f <- survfit(s ~ 1); at <- f$n.event > 0
  sprintf('"kaplanMeier": { "days": [%s], "share": [%s] }', paste(num(f$time[at]), collapse = ", "), paste(num(f$surv[at]), collapse = ", "))
}
num <- function(x) format(x, digits = 9, scientific = FALSE, trim = TRUE)
lines <- sapply(names(sets), function(id) {
  set <- sets[[id]]
  fits <- sapply(names(families), function(name) {
    best <- native(name, set$time, set$left)
    numbers <- paste(sprintf('"%s": %s', names(best$numbers), sapply(best$numbers, num)), collapse = ", ")
    e <- lapply(c("mean", "sd"), function(of) ends(families[[name]], name, set$time, set$left, best, of))
    sprintf('      "%s": { "numbers": { %s }, "logLikelihood": %s, "mean": [%s], "sd": [%s] }', name, numbers, num(best$logLikelihood),
      paste(num(e[[1]]), collapse = ", "), paste(num(e[[2]]), collapse = ", "))
  })
  sprintf('    "%s": {\n      "from": "%s",\n      "days": [%s],\n      "hasLeft": [%s],\n      %s,\n%s\n    }', id, set$from,
    paste(set$time, collapse = ", "), paste(set$left, collapse = ", "), km(Surv(set$time, set$left)), paste(fits, collapse = ",\n"))
})
heart <- survival::heart
cat(sprintf('{\n  "madeBy": "%s, survival %s, fitdistrplus %s, MASS %s: Rscript fits-by-r.R",\n  "seenLate": {\n    "from": "survival::heart, start, stop and event: days before and after a transplant",\n    "before": [%s],\n    "days": [%s],\n    "hasLeft": [%s],\n    %s\n  },\n  "sets": {\n%s\n  }\n}\n', R.version.string,
  packageVersion("survival"), packageVersion("fitdistrplus"), packageVersion("MASS"), paste(heart$start, collapse = ", "), paste(heart$stop, collapse = ", "), paste(heart$event, collapse = ", "), km(Surv(heart$start, heart$stop, heart$event)), paste(lines, collapse = ",\n")))
