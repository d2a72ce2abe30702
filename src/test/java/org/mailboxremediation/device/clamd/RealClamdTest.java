package org.mailboxremediation.device.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client against Debian's daemon. */
class RealClamdTest {

    @TempDir
    private static Path folder;

    private static RealClamd daemon;

    @BeforeAll
    static void start() throws IOException {
        daemon = RealClamd.start(folder);
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp"})
    void findsTheTestFileRawZippedAndInsideAMail(String kind) throws Exception {
        Clamd clamd = clamd(kind);
        assertThat(clamd.scan(Eicar.bytes())).isEqualTo(found());
        assertThat(clamd.scan(zipped("in/eicar.com", Eicar.bytes()))).isEqualTo(found());
        assertThat(clamd.scan(mail())).isEqualTo(found());
        assertThat(clamd.scan("Hello.".getBytes(StandardCharsets.US_ASCII)).state())
                .isEqualTo(UploadState.CLEAN);
    }

    @Test
    void saysWhatItIs() throws Exception {
        ClamAvVersion version = clamd("unix").version();
        assertThat(version.engine()).matches("\\d+\\.\\d+.*");
        assertThat(version.signatures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp"})
    void callsAFileBeyondItsStreamLimitIncomplete(String kind) throws Exception {
        ClamdAnswer answer = clamd(kind).scan(new byte[5 * 1024 * 1024]);
        assertThat(answer.state()).isEqualTo(UploadState.INCOMPLETE);
        assertThat(answer.text()).contains("StreamMaxLength");
    }

    @Test
    void explainsWhatWentBeyondItsOtherLimits() throws Exception {
        byte[] nested = Eicar.bytes();
        for (int i = 0; i < 8; i++) {
            nested = zipped("level" + i, nested);
        }
        ClamdAnswer answer = clamd("unix").scan(nested);
        assertThat(answer.state()).isEqualTo(UploadState.INCOMPLETE);
        assertThat(answer.text()).contains("AlertExceedsMax");
    }

    @Test
    void zipBombIsNeverClean() throws Exception {
        ClamdAnswer answer = clamd("unix").scan(zipped("zeros", new byte[50 * 1024 * 1024]));
        assertThat(answer.state()).isEqualTo(UploadState.INCOMPLETE);
    }

    @Test
    void refusesAnEmptyStreamWhichTheDaemonWouldCallClean() {
        assertThatThrownBy(() -> clamd("unix").scan(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static Clamd clamd(String kind) {
        String address = kind.equals("unix") ? daemon.unixAddress() : daemon.tcpAddress();
        return new Clamd(ClamdAddress.parse(address), RealClamd.settings(address));
    }

    private static ClamdAnswer found() {
        return new ClamdAnswer(UploadState.FOUND, "Test.Eicar.UNOFFICIAL");
    }

    private static byte[] zipped(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] mail() throws IOException {
        String attachment = Base64.getMimeEncoder().encodeToString(zipped("eicar.com", Eicar.bytes()));
        return """
                From: mallory@example.org
                To: alice@example.com
                Subject: Your invoice
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain

                See attached.
                --b
                Content-Type: application/zip; name="invoice.zip"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="invoice.zip"

                %s
                --b--
                """.formatted(attachment).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
