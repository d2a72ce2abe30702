package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.jar.PackagedJar;

/** How long the product takes to start, beside a Camunda webapp with nothing in it. */
class StartUpBench {

    private static final int ROUNDS = 5;
    private static final Path OURS =
            Path.of("target", "mailbox-remediation.jar").toAbsolutePath();
    private static final Path PROJECT = Path.of("src", "bench", "bare-webapp").toAbsolutePath();
    private static final Path TARGET = Path.of("target", "bare-webapp").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void startsInAtMostOneAndAHalfTimesABareWebapp() throws Exception {
        Path bare = packageBareWebapp();
        List<Double> ofBare = new ArrayList<>();
        List<Double> ofOurs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofBare.add(seconds(bare, "bare-" + round));
            ofOurs.add(seconds(OURS, "ours-" + round));
        }
        double ratio = median(ofOurs) / median(ofBare);
        report(median(ofBare), median(ofOurs), ratio);
        assertThat(ratio).as("%s against %s", ofOurs, ofBare).isLessThanOrEqualTo(1.5);
    }

    private static Path packageBareWebapp() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-q",
                        "-B",
                        "-f",
                        PROJECT.resolve("pom.xml").toString(),
                        "-Dbench.target=" + TARGET,
                        "-Dboot.version=" + System.getProperty("boot.version"),
                        "-Dcamunda.version=" + System.getProperty("camunda.version"),
                        "package")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).as("the bare webapp is packaged").isZero();
        return TARGET.resolve("bare-webapp.jar");
    }

    private double seconds(Path jar, String run) throws IOException {
        Path data = Files.createDirectory(directory.resolve(run));
        try (PackagedJar started = PackagedJar.start(jar, data, run, Map.of(), List.of())) {
            return started.startUp().toMillis() / 1000.0;
        }
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void report(double bare, double ours, double ratio) throws IOException {
        String table = String.format(Locale.ROOT, """
                | bare Camunda webapp (H2 in memory) | this product with its sandbox (H2 on disk) | ratio |
                |---|---|---|
                | %.1f s | %.1f s | %.2f |
                """, bare, ours, ratio);
        ReadmeSection.write("start-up: written by StartUpBench", "end of start-up", table);
    }
}
