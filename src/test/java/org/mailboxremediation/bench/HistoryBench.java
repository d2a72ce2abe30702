package org.mailboxremediation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.ReadmeSection;

/**
 * The case history and the dashboard with 1,000 and with 100,000 finished cases ({@code bench.cases}), asked in turns, on
 * one PostgreSQL: through login, filters and JSON, as a browser asks.
 */
class HistoryBench {

    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("bench.cases", 100_000);
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 60;

    private static final Map<String, String> QUESTIONS = questions();

    @TempDir
    private Path directory;

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("first page of the case history", "cases");
        questions.put("search by mailbox, one or two match", "cases?mailbox=user00042@");
        questions.put("search by mailbox, all match", "cases?mailbox=example.com");
        questions.put("sorted by time to lock-out", "cases?sort=LOCK_OUT");
        questions.put("dashboard, 26 weeks", "dashboard?period=WEEKS");
        questions.put("dashboard, 36 months", "dashboard?period=MONTHS");
        return questions;
    }

    @Test
    void answersAHundredTimesTheCasesInUnderThreeTimesTheTime() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "| | %,d cases | %,d cases | ratio |", FEW, MANY), "|---|---|---|---|"));
        Map<String, Double> ratios = new LinkedHashMap<>();
        try (Postgres postgres = new Postgres();
                HistoryServer few = new HistoryServer(postgres, FEW, directory.resolve("few"));
                HistoryServer many = new HistoryServer(postgres, MANY, directory.resolve("many"))) {
            QUESTIONS.forEach((question, path) -> ratios.put(question, measure(question, path, few, many, lines)));
        }
        write(lines);
        assertThat(ratios).allSatisfy((question, ratio) -> assertThat(ratio).isLessThanOrEqualTo(3));
    }

    private static double measure(
            String question, String path, HistoryServer few, HistoryServer many, List<String> lines) {
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double first = few.ask(path);
            double second = many.ask(path);
            if (round >= 0) {
                ofFew.add(first);
                ofMany.add(second);
            }
        }
        Times small = Times.of(ofFew);
        Times large = Times.of(ofMany);
        double ratio = large.p50() / small.p50();
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %.0f ms (%.0f) | %.0f ms (%.0f) | %.2f |",
                question,
                small.p50(),
                small.p95(),
                large.p50(),
                large.p95(),
                ratio));
        return ratio;
    }

    /** To the README, unless another size was asked for. */
    private static void write(List<String> lines) throws IOException {
        String text = String.join("\n", lines)
                + String.format(
                        Locale.ROOT,
                        "%n%nMedians of %d (95th percentile). %d processors, load %.1f at the end.%n",
                        ROUNDS,
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.getLogger("bench").log(System.Logger.Level.INFO, text);
        if (MANY == 100_000) {
            ReadmeSection.write("case history: written by HistoryBench", "end of case history", text);
        }
    }
}
