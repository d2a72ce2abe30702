package org.mailboxremediation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.device.clamd.ClamAv;
import org.mailboxremediation.device.clamd.Eicar;
import org.mailboxremediation.device.clamd.RealClamd;
import org.mailboxremediation.device.report.ReportReaders;
import org.mailboxremediation.device.report.ScanActivity;
import org.mailboxremediation.device.report.ScanReport;
import org.mailboxremediation.device.report.ScanScope;

/** The command with ClamAV itself, against a server that keeps what it is sent. */
class ScanCommandTest {

    private static final String DEVICE = "0b8d7f1e-5a0c-4f7e-9d51-2f6f0c1f8a10";
    private static final String NONCE = DEVICE + ".AAAAAAAAAAAAAAAAAAAAAA";
    private static final Map<String, String> LOGIN = Map.of(
            "PATH",
            "/usr/bin:/usr/local/bin",
            "REMEDIATION_USER",
            "alice",
            "REMEDIATION_PASSWORD",
            "sesame-of-the-tests");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> nonces = new ArrayList<>();
    private final List<byte[]> reports = new ArrayList<>();
    private HttpServer server;
    private int status = 201;
    private String answer = "{\"verdict\":\"CLEAN\",\"reasons\":[],\"findings\":[]}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/device-scans", exchange -> {
            nonces.add(exchange.getRequestHeaders().getFirst("Device-Nonce"));
            reports.add(exchange.getRequestBody().readAllBytes());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void scansWithClamscanAndHandsInWhatTheReaderUnderstands() throws IOException {
        ClamAv.program("clamscan");
        Path files = files("hello.txt", "Hello.".getBytes(StandardCharsets.US_ASCII));
        Path database = ClamAv.database(folder);

        int code = run("--database", database.toString(), "--full", files.toString());

        assertThat(code).as(err.toString()).isEqualTo(ScanCommand.CLEAN);
        assertThat(nonces).containsExactly(NONCE);
        ScanReport report = read();
        assertThat(report.activity()).isEqualTo(ScanActivity.COMPLETED);
        assertThat(report.scope()).isEqualTo(ScanScope.FULL);
        assertThat(report.subject().nonces()).isEqualTo(Set.of(DEVICE));
        assertThat(report.counts().files()).isEqualTo(1);
        assertThat(report.counts().errors()).isZero();
        assertThat(report.doubts()).isEmpty();
        assertThat(report.tool().signaturesDate()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(err.toString()).contains("Scanning with clamscan", "Handing the report in");
        assertThat(out.toString()).contains("the device is clean");
    }

    @Test
    void tellsOfMalware() throws IOException {
        ClamAv.program("clamscan");
        Path files = files("bad name\u00e9.txt", Eicar.bytes());
        answer = "{\"verdict\":\"INFECTED\",\"reasons\":[],\"findings\":[\"Test.Eicar\\u001b[31m\"]}";

        int code = run("--database", ClamAv.database(folder).toString(), files.toString());

        assertThat(code).isEqualTo(ScanCommand.INFECTED);
        assertThat(read().findings()).singleElement().asString().startsWith("Test.Eicar.UNOFFICIAL in ");
        assertThat(read().scope()).isEqualTo(ScanScope.PARTIAL);
        assertThat(err.toString()).contains("Found: ");
        assertThat(out.toString()).contains("malware was found", "Test.Eicar").doesNotContain("\u001b");
    }

    @Test
    void scansWithTheDaemonToo() throws IOException {
        ClamAv.program("clamdscan");
        Path files = files("hello.txt", "Hello.".getBytes(StandardCharsets.US_ASCII));
        try (RealClamd daemon = RealClamd.start(folder)) {
            String configuration = daemon.configuration().substring("--config-file=".length());
            int code = run("--scanner", "clamdscan", "--clamd-config", configuration, "--full", files.toString());
            assertThat(code).as(err.toString()).isEqualTo(ScanCommand.CLEAN);
        }
        assertThat(read().counts().files()).isEqualTo(1);
        assertThat(read().activity()).isEqualTo(ScanActivity.COMPLETED);
    }

    @Test
    void countsWhatCanBeListed() throws IOException {
        Path files = files("a", new byte[1]);
        Files.createSymbolicLink(files.resolve("link"), Path.of("a"));
        Files.createDirectory(files.resolve("empty"));
        assertThat(FileCount.under(
                        List.of(files.toString(), folder.resolve("absent").toString(), "/proc")))
                .isEqualTo(1);
    }

    @Test
    void aPathThatIsNotThereIsNotClean() throws IOException {
        ClamAv.program("clamscan");
        answer = "{\"verdict\":\"INCOMPLETE\",\"reasons\":[\"The scan could not look at everything: 1 errors.\"]}";
        int code = run(
                "--database",
                ClamAv.database(folder).toString(),
                folder.resolve("absent").toString());
        assertThat(code).isEqualTo(ScanCommand.INCOMPLETE);
        assertThat(read().counts().errors()).isPositive();
        assertThat(out.toString()).contains("could not look at everything");
    }

    @Test
    void keepsTheReportThatIsNotTakenAndHandsItInLater() throws IOException {
        Path report = Files.writeString(folder.resolve("r.txt"), "Device: " + DEVICE + "\n");
        status = 403;
        answer = "{\"detail\":\"The nonce is unknown, used or out of date.\"}";
        assertThat(run("--report", report.toString())).isEqualTo(ScanCommand.NOT_HANDED_IN);
        assertThat(err.toString()).contains("(403)", "out of date", "--report ");
        Path kept = Path.of(err.toString().replaceAll("(?s).*--report (\\S+).*", "$1"));
        assertThat(kept).hasSameBinaryContentAs(report);
        Files.delete(kept);

        status = 401;
        run("--report", report.toString());
        assertThat(err.toString()).contains("does not know this login").doesNotContain("sesame-of-the-tests");

        server.stop(0);
        assertThat(run("--report", report.toString())).isEqualTo(ScanCommand.NOT_HANDED_IN);
        assertThat(err.toString()).contains("cannot be reached");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(run()).isEqualTo(ScanCommand.MISUSED);
        assertThat(run("--other", "x")).isEqualTo(ScanCommand.MISUSED);
        assertThat(run("--scanner", "other", "x")).isEqualTo(ScanCommand.MISUSED);
        assertThat(run("--server", "http://remediation.example.com", "x")).isEqualTo(ScanCommand.MISUSED);
        assertThat(run("--server", "https://user@remediation.example.com", "x")).isEqualTo(ScanCommand.MISUSED);
        assertThat(run("--device", DEVICE, "x")).isEqualTo(ScanCommand.MISUSED);
        assertThat(run("--report", folder.resolve("absent").toString())).isEqualTo(ScanCommand.NOT_SCANNED);
        assertThat(new ScanCommand(Map.of(), out, err).run(arguments("x"))).isEqualTo(ScanCommand.MISUSED);
        assertThat(err.toString()).contains("REMEDIATION_PASSWORD");
        Map<String, String> nothingInstalled =
                Map.of("PATH", folder.toString(), "REMEDIATION_USER", "a", "REMEDIATION_PASSWORD", "b");
        assertThat(new ScanCommand(nothingInstalled, out, err).run(arguments("x")))
                .isEqualTo(ScanCommand.NOT_SCANNED);
        assertThat(err.toString()).contains("ClamAV is not installed");
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit code: 0 clean");
        assertThat(reports).isEmpty();
    }

    private Path files(String name, byte[] content) throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.write(files.resolve(name), content);
        return files;
    }

    private ScanReport read() {
        return ReportReaders.standard(null).read(reports.get(reports.size() - 1));
    }

    private int run(String... rest) throws IOException {
        return new ScanCommand(LOGIN, out, err).run(arguments(rest));
    }

    private List<String> arguments(String... rest) {
        List<String> all = new ArrayList<>(
                List.of("--server", "http://127.0.0.1:" + server.getAddress().getPort(), "--device", NONCE));
        all.addAll(List.of(rest));
        return all;
    }
}
