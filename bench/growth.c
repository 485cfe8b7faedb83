// Scores growth values in memory, z and centile each: growth FOLDER SECONDS
//
// The plain C beside which the library is measured: the same figures, row lookup and interpolation, the published
// formulas, log, exp, expm1 and erfc from libm. FOLDER holds what growth.py writes: the figures as text, the values as
// doubles in pairs of age and value. Prints a line for each kind: name, values a second, sum of z, sum of centiles.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 1000

static const char *folder;
static double limit;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static FILE *open_file(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "growth: %s cannot be read\n", path);
        exit(1);
    }
    return file;
}

// Reads numbers in text; returns how many rows of `width` there are.
static int figures(const char *name, double *to, int width) {
    FILE *file = open_file(name);
    int count = 0;
    while (count < MOST * width && fscanf(file, "%lf", to + count) == 1) count++;
    fclose(file);
    if (count == 0 || count % width != 0) {
        fprintf(stderr, "growth: %s does not hold rows of %d numbers\n", name, width);
        exit(1);
    }
    return count / width;
}

static double centile(double z) { return 100 * (0.5 * erfc(-z * sqrt(0.5))); }

// LMS with rows a day apart, linear between them; Cole and Green 1992.
typedef struct { double age, l, m, s; } lms_row;
static lms_row lms[MOST];
static int lms_count;

static double lms_z(double age, double y) {
    if (!(y > 0) || isinf(y) || !(age >= lms[0].age && age <= lms[lms_count - 1].age)) return NAN;
    int index = (int)(age - lms[0].age);
    const lms_row *low = lms + index;
    double l = low->l, m = low->m, s = low->s;
    if (low->age != age) {
        const lms_row *high = low + 1;
        double part = (age - low->age) / (high->age - low->age);
        l += part * (high->l - l);
        m += part * (high->m - m);
        s += part * (high->s - s);
    }
    double ratio = log(y / m);
    return l == 0 ? ratio / s : expm1(l * ratio) / (l * s);
}

// INTERGROWTH-21st postnatal weight of boys; Villar et al. 2015.
static struct {
    double first, last, mean_one, mean_root, mean_inverse_square, mean_male, sd_one, sd_inverse_square, sd_log;
} closed;

static double closed_z(double age, double y) {
    if (!(y > 0) || isinf(y) || !(age >= closed.first && age <= closed.last)) return NAN;
    double x = age / 7;
    double sd = closed.sd_one + closed.sd_inverse_square / (x * x) + closed.sd_log * log(x) / (x * x);
    if (!(sd > 0)) return NAN;
    double mean =
        closed.mean_one + closed.mean_root * sqrt(x) + closed.mean_inverse_square / (x * x) + closed.mean_male;
    return (log(y) - mean) / sd;
}

// Skew-t of type 3 with rows a day apart and one tau, linear between them; Villar et al. 2014.
typedef struct { double age, mu, sigma, nu, tau, log_beta; } skew_row;
static skew_row skew[MOST];
static int skew_count;

// The continued fraction of the incomplete beta function by the method of Lentz.
static double fraction(double a, double b, double x) {
    double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), result = d;
    for (int step = 1; step <= 500; step++) {
        double m = step;
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / (1 + even * d);
        c = 1 + even / c;
        result *= d * c;
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / (1 + odd * d);
        c = 1 + odd / c;
        double change = d * c;
        result *= change;
        if (fabs(change - 1) < 1e-16) break;
    }
    return result;
}

// The upper tail of Student's t.
static double student(double t, double degrees, double log_beta) {
    double square = t * t, total = degrees + square, x = degrees / total, rest = square / total;
    if (!(square > 0)) return 0.5;
    double a = degrees / 2, b = 0.5;
    double log_x = rest < 0.5 ? log1p(-rest) : log(x);
    double front = exp(a * log_x + b * log(rest) - log_beta);
    if (x < (a + 1) / (a + b + 2)) return 0.5 * front * fraction(a, b, x) / a;
    return 0.5 - 0.5 * front * fraction(b, a, rest) / b;
}

// Algorithm AS 241: the normal quantile.
static double rational(double r, const double a[8], const double b[7]) {
    double over = ((((((a[7] * r + a[6]) * r + a[5]) * r + a[4]) * r + a[3]) * r + a[2]) * r + a[1]) * r + a[0];
    return over / (((((((b[6] * r + b[5]) * r + b[4]) * r + b[3]) * r + b[2]) * r + b[1]) * r + b[0]) * r + 1);
}

static const double middle_over[8] = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3};
static const double middle_under[7] = {
    4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
    3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3};
static const double near_over[8] = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
    1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
static const double near_under[7] = {
    2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
    1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
static const double far_over[8] = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
    2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
static const double far_under[7] = {
    5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
    1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};

static double quantile(double p) {
    if (!(p > 0 && p < 1)) return NAN;
    double q = p - 0.5;
    if (fabs(q) <= 0.425) return q * rational(0.180625 - q * q, middle_over, middle_under);
    double r = sqrt(-log(q < 0 ? p : 1 - p));
    double z = r <= 5 ? rational(r - 1.6, near_over, near_under) : rational(r - 5, far_over, far_under);
    return q < 0 ? -z : z;
}

static double skew_z(double age, double y) {
    if (!(y > 0) || isinf(y) || !(age >= skew[0].age && age <= skew[skew_count - 1].age)) return NAN;
    const skew_row *low = skew + (int)(age - skew[0].age);
    double mu = low->mu, sigma = low->sigma, nu = low->nu;
    if (low->age != age) {
        const skew_row *high = low + 1;
        double part = (age - low->age) / (high->age - low->age);
        mu += part * (high->mu - mu);
        sigma += part * (high->sigma - sigma);
        nu += part * (high->nu - nu);
    }
    double square = nu * nu;
    if (y < mu) {
        double below = 2 * student(nu * (mu - y) / sigma, low->tau, low->log_beta) / (1 + square);
        return below <= 0.5 ? quantile(below) : -quantile(1 - below);
    }
    double above = 2 * square * student((y - mu) / (sigma * nu), low->tau, low->log_beta) / (1 + square);
    return above <= 0.5 ? -quantile(above) : quantile(1 - above);
}

// Goes through the values of a file again and again until the time is over. Inlined: each kind has a loop of its own.
static inline __attribute__((always_inline)) void measure(const char *name, double (*z)(double, double)) {
    char path[64];
    snprintf(path, sizeof path, "%s.f64", name);
    FILE *file = open_file(path);
    fseek(file, 0, SEEK_END);
    long count = ftell(file) / (long)(2 * sizeof(double));
    rewind(file);
    double *values = malloc((size_t)count * 2 * sizeof(double));
    if (count < 1 || !values || fread(values, 2 * sizeof(double), (size_t)count, file) != (size_t)count) {
        fprintf(stderr, "growth: %s has no values\n", path);
        exit(1);
    }
    fclose(file);
    double sum, centiles, start = now(), elapsed;
    long passes = 0;
    do {
        sum = centiles = 0;
        for (long index = 0; index < count; index++) {
            double score = z(values[2 * index], values[2 * index + 1]);
            sum += score;
            centiles += centile(score);
        }
        passes++;
        elapsed = now() - start;
    } while (elapsed < limit);
    printf("%s %.17g %.17g %.17g\n", name, (double)count * (double)passes / elapsed, sum, centiles);
    free(values);
}

int main(int count, char **words) {
    if (count != 3 || (limit = atof(words[2])) <= 0) {
        fprintf(stderr, "usage: growth FOLDER SECONDS\n");
        return 64;
    }
    folder = words[1];
    lms_count = figures("lms.txt", (double *)lms, 4);
    if (figures("closed.txt", (double *)&closed, 9) != 1) return 1;
    static double rows[MOST * 5];
    skew_count = figures("skew.txt", rows, 5);
    for (int row = 0; row < skew_count; row++) {
        memcpy(skew + row, rows + row * 5, 5 * sizeof(double));
        double tau = skew[row].tau;
        skew[row].log_beta = lgamma(tau / 2) + lgamma(0.5) - lgamma((tau + 1) / 2);
        if (tau != skew[0].tau) {
            fprintf(stderr, "growth: skew.txt has more than one tau\n");
            return 1;
        }
    }
    measure("lms", lms_z);
    measure("closed", closed_z);
    measure("skew", skew_z);
    return 0;
}
