package org.mailboxremediation.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailboxremediation.app.ReadmeSection;

/** What was measured, as the README shows it. */
final class LockOutTable {

    static final int CALLS_AT_ONCE = 64;
    static final double LATENCY = 0.2;

    private static final Path RESULT = Path.of("target", "bench", "lock-out.md");

    private final List<String> lines = new ArrayList<>(List.of(
            "| reports at once | after so many | | p50 | p95 | p99 | at best | p99 / best |",
            "|---|---|---|---|---|---|---|---|"));
    private final List<String> beside = new ArrayList<>();
    private final List<String> processor = new ArrayList<>(List.of(
            "| reports at once | after so many | this product: application + PostgreSQL | engine alone, like models | ratio | calls and logins alone | ratio to both |",
            "|---|---|---|---|---|---|---|"));
    private final List<Product.Burst> bursts = new ArrayList<>();
    private final List<Double> calls = new ArrayList<>();
    private long refused;

    /** @param before how many had been secured since the start: until some thousand have been, the JVM compiles */
    void burst(int count, int before, int pace, Product.Burst burst) {
        String what = pace == 0 ? "" : ", " + pace + " writes a minute";
        List<String> part = pace == 0 ? lines : beside;
        part.add(line(count, before, "write accepted" + what, burst.accepted(), best(count, 1, pace)));
        part.add(line(count, before, "lock-out verified" + what, burst.verified(), best(count, 2, pace)));
        if (pace == 0) {
            bursts.add(burst);
        }
    }

    void jobs(int count, int before, List<Times> times) {
        beside.add(line(count, before, "write accepted, plain delegate in a job", times.get(0), best(count, 1, 0)));
        beside.add(line(count, before, "read back, plain delegate in a job", times.get(1), best(count, 2, 0)));
    }

    /** Of the same burst, its calls and logins alone. */
    void calls(int count, int before, CallsAlone.Burst burst) {
        beside.add(line(count, before, "write accepted, the calls alone", burst.accepted(), best(count, 1, 0)));
        beside.add(line(
                count, before, "lock-out verified, the calls and logins alone", burst.verified(), best(count, 2, 0)));
        calls.add(burst.cpuMillis());
    }

    /** Of the burst with that place among those without a pace. */
    void bare(int place, int count, int before, double cpu) {
        Product.Burst burst = bursts.get(place);
        double product = burst.cpuMillis() + burst.postgresMillis();
        processor.add(String.format(
                Locale.ROOT,
                "| %,d | %,d | %.1f + %.1f ms | %.1f ms | %.2f | %.1f ms | %.2f |",
                count,
                before,
                burst.cpuMillis(),
                burst.postgresMillis(),
                cpu,
                product / cpu,
                calls.get(place),
                product / (cpu + calls.get(place))));
    }

    void refused(long calls) {
        refused += calls;
    }

    /**
     * When the last of {@code count} is done if each needs {@code calls} calls, 64 are made at once, and a minute takes no
     * more writes than the pace.
     */
    static double best(int count, int calls, int pace) {
        double parallel = calls * count * LATENCY / CALLS_AT_ONCE;
        double minutes = pace == 0 ? 0 : Math.floor((count - 1.0) / pace);
        double rest = pace == 0 ? 0 : (count - minutes * pace) * LATENCY / CALLS_AT_ONCE;
        return Math.max(parallel, minutes * 60 + rest) + LATENCY * (pace == 0 ? 1 : calls);
    }

    private static String line(int count, int before, String what, Times times, double best) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %s | %.2f s | %.2f s | %.2f s | %.2f s | %.2f |",
                count,
                before,
                what,
                times.p50(),
                times.p95(),
                times.p99(),
                best,
                times.p99() / best);
    }

    /** Writes the tables to target/bench, and to the README unless other sizes were asked for without {@code bench.readme}. */
    void write() throws IOException {
        Files.createDirectories(RESULT.getParent());
        String text = text();
        Files.writeString(RESULT, text);
        if (System.getProperty("bench.bursts") == null || Boolean.getBoolean("bench.readme")) {
            ReadmeSection.write("lock-out: written by LockOutBench", "end of lock-out", text);
        }
    }

    String text() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.join("\n", lines)
                + "\n" + String.join("\n", beside)
                + "\n\n" + String.join("\n", processor)
                + String.format(
                        Locale.ROOT,
                        "%n%nCalls refused for being too many: %d. %d processors, load %.1f at the end.%n",
                        refused,
                        Runtime.getRuntime().availableProcessors(),
                        load);
    }
}
