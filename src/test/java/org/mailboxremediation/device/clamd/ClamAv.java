package org.mailboxremediation.device.clamd;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * ClamAV's programs as they are installed, with a signature database of the test's own that knows the test file. Where one
 * is missing the test is skipped by name, or fails if {@code REMEDIATION_REQUIRE_CLAMD} is {@code true} (environment or
 * system property).
 */
public final class ClamAv {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

    private ClamAv() {}

    /** Where the program is. */
    public static Path program(String name) {
        return PLACES.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(name + " is not installed."));
    }

    static Path missing(String why) {
        String name = "REMEDIATION_REQUIRE_CLAMD";
        if (Boolean.getBoolean(name) || Boolean.parseBoolean(System.getenv(name))) {
            fail(why + " " + name + " asks for it.");
        }
        return Assumptions.abort(why);
    }

    /** Makes the database in that folder: one signature, wherever it stands in whatever file. */
    public static Path database(Path folder) throws IOException {
        Path database = Files.createDirectories(folder.resolve("db"));
        String signature = "Test.Eicar:0:*:" + HexFormat.of().formatHex(Eicar.bytes()) + "\n";
        Files.writeString(database.resolve("test.ndb"), signature, StandardCharsets.US_ASCII);
        return database;
    }

    /** Runs one of the programs and answers what it printed on both of its outputs. */
    public static String run(String name, String... arguments) throws IOException {
        List<String> command = Stream.concat(Stream.of(program(name).toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
    }
}
