package org.mailboxremediation.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * Nearest-rank percentiles, in seconds.
 *
 * @param count of how many
 */
record Times(int count, double p50, double p95, double p99) {

    static Times of(Collection<Double> seconds) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Times(sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    @Override
    public String toString() {
        return Arrays.asList(count, p50, p95, p99).toString();
    }
}
