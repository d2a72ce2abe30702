package org.mailboxremediation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {

    private static final String MESSAGE = """
            Return-Path: <mallory@example.org>
            Received: from edge.example.com (edge.example.com [192.0.2.1]) by store.example.com
            Authentication-Results: edge.example.com; spf=pass smtp.mailfrom=example.org; dkim=none; dmarc=fail
            Received: from x (mail.example.org [2001:DB8:0:0::7]) by edge.example.com with ESMTP
            Received: from y ([198.51.100.9]) by mail.example.org with ESMTP
            From: Alice <alice@example.com>
            Reply-To: mallory@example.net

            text
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsOneLineForEachMessage() throws IOException {
        Files.writeString(folder.resolve("a.eml"), MESSAGE);
        Files.writeString(folder.resolve("b.eml"), "X: " + "y".repeat(20_000));
        Path networks = Files.writeString(
                Files.createTempDirectory(folder.getParent(), "n").resolve("own.json"),
                "{\"own\":[\"192.0.2.0/24\"],\"by_hosts\":[\"example.com\"],\"about\":\"x\"}");

        int code = run("--own-networks", networks.toString(), folder.toString());

        assertThat(code).isZero();
        JsonNode found = lines().get(0);
        assertThat(found.path("file").asText()).endsWith("a.eml");
        assertThat(found.path("originatingIp").asText()).isEqualTo("2001:db8::7");
        assertThat(found.path("returnPath").asText()).isEqualTo("mallory@example.org");
        assertThat(found.path("boundary").asText()).isEqualTo("found");
        assertThat(found.path("spf").asText()).isEqualTo("pass");
        assertThat(found.path("dmarc").asText()).isEqualTo("fail");
        assertThat(found.path("sharedRelay").isNull()).isTrue();
        assertThat(found.path("mismatches"))
                .extracting(JsonNode::asText)
                .containsExactly("from_vs_return_path", "from_vs_reply_to");
        assertThat(found.path("hops"))
                .extracting(hop -> hop.path("role").asText())
                .containsExactly("own", "boundary", "claim");
        assertThat(found.has("unreadable")).isFalse();
        assertThat(lines().get(1).path("unreadable").asText()).isNotBlank();
    }

    @Test
    void readsStandardInputAndZips() throws IOException {
        Path zip = folder.resolve("m.zip");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            packed.putNextEntry(new ZipEntry("in/one.eml"));
            packed.write("Return-Path: <>\n\n".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(run("-", zip.toString())).isZero();
        assertThat(lines().get(0).path("file").asText()).isEqualTo("-");
        assertThat(lines().get(1).path("file").asText()).isEqualTo("in/one.eml");
        assertThat(lines().get(1).path("returnPath").asText("none")).isEmpty();
    }

    @Test
    void saysWhatItCannotDo() throws IOException {
        assertThat(run()).isEqualTo(TraceCommand.MISUSED);
        assertThat(run("--own-networks")).isEqualTo(TraceCommand.MISUSED);
        assertThat(run("--other", "x")).isEqualTo(TraceCommand.MISUSED);
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"own\":[\"x\"]}");
        assertThat(run("--own-networks", wrong.toString(), "-")).isEqualTo(TraceCommand.MISUSED);
        assertThat(run(folder.resolve("absent.eml").toString())).isEqualTo(TraceCommand.NOT_ALL_READ);
        Path noZip = Files.writeString(folder.resolve("no.zip"), "x");
        assertThat(run(noZip.toString())).isEqualTo(TraceCommand.NOT_ALL_READ);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--own-networks FILE");
    }

    @Test
    void leavesEverythingElseToTheServer() {
        assertThat(Commands.run(new String[] {})).isEmpty();
        assertThat(Commands.run(new String[] {"--server.port=0"})).isEmpty();
    }

    private int run(String... args) throws IOException {
        InputStream in = new ByteArrayInputStream(MESSAGE.getBytes(StandardCharsets.US_ASCII));
        return new TraceCommand(in, out, err).run(List.of(args));
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
