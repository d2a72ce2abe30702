package org.mailboxremediation.device.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.device.clamd.ClamAv;
import org.mailboxremediation.device.clamd.Eicar;
import org.mailboxremediation.device.clamd.RealClamd;

/** What ClamAV's programs print here and now, read. */
class RealClamAvReportsTest {

    @TempDir
    private static Path folder;

    private static RealClamd daemon;
    private static Path clean;
    private static Path zipped;

    @BeforeAll
    static void start() throws IOException {
        daemon = RealClamd.start(folder);
        clean = Files.createDirectory(folder.resolve("clean"));
        Files.writeString(clean.resolve("a.txt"), "Hello.");
        Files.createFile(clean.resolve("empty"));
        Files.createSymbolicLink(clean.resolve("link"), Path.of("a.txt"));
        zipped = Files.createDirectory(folder.resolve("zipped"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(zipped.resolve("in.zip")))) {
            zip.putNextEntry(new ZipEntry("eicar.com"));
            zip.write(Eicar.bytes());
        }
        Files.write(zipped.resolve("raw FOUND"), Eicar.bytes());
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void clamscanFindsNothing() throws IOException {
        ScanReport report = clamscan(clean);
        assertThat(report.activity()).isEqualTo(ScanActivity.COMPLETED);
        assertThat(report.findings()).isEmpty();
        assertThat(report.counts().files()).isEqualTo(1);
        assertThat(report.counts().errors()).isZero();
        assertThat(report.tool().version()).matches("\\d+\\.\\d+.*");
        assertThat(report.startedAt()).isBeforeOrEqualTo(report.finishedAt());
    }

    @Test
    void clamdscanFindsNothing() throws IOException {
        ScanReport report = clamdscan(clean);
        assertThat(report.activity()).isEqualTo(ScanActivity.COMPLETED);
        assertThat(report.findings()).isEmpty();
        assertThat(report.counts().errors()).isZero();
    }

    @Test
    void bothFindWhatIsPackedAndWhatIsNot() throws IOException {
        for (ScanReport report : new ScanReport[] {clamscan(zipped), clamdscan(zipped)}) {
            assertThat(report.activity()).isEqualTo(ScanActivity.COMPLETED);
            assertThat(report.findings())
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding).startsWith("Test.Eicar.UNOFFICIAL in "));
        }
    }

    @Test
    void bothSayThatAFileCannotBeRead() throws IOException {
        Path absent = folder.resolve("absent");
        assertThat(clamscan(absent).counts().errors()).isPositive();
        assertThat(clamdscan(absent).counts().errors()).isPositive();
    }

    @Test
    void aScannerWithoutSignaturesProvesNothing() throws IOException {
        Path none = Files.createDirectories(folder.resolve("none"));
        ScanReport report = read(ClamAv.run("clamscan", "--database=" + none, clean.toString()));
        assertThat(report.doubts()).anySatisfy(doubt -> assertThat(doubt).contains("no signatures"));
        assertThat(report.counts().errors()).isPositive();
    }

    @Test
    void aDaemonThatIsAwayProvesNothing() throws IOException {
        Path elsewhere =
                Files.writeString(folder.resolve("other.conf"), "LocalSocket " + folder.resolve("nobody") + "\n");
        ScanReport report = read(ClamAv.run("clamdscan", "--config-file=" + elsewhere, clean.toString()));
        assertThat(report.counts().errors()).isPositive();
    }

    private static ScanReport clamscan(Path path) throws IOException {
        return read(ClamAv.run("clamscan", "--database=" + folder.resolve("db"), "--recursive", path.toString()));
    }

    private static ScanReport clamdscan(Path path) throws IOException {
        return read(ClamAv.run("clamdscan", daemon.configuration(), "--fdpass", path.toString()));
    }

    private static ScanReport read(String printed) {
        return ReportReaders.standard(null).read(printed.getBytes(StandardCharsets.UTF_8));
    }
}
