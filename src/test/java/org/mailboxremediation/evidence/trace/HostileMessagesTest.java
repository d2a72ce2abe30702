package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostileMessagesTest {

    private static final OwnNetworks OWN = OwnNetworks.of(List.of("192.0.2.0/24", "2001:db8::/32"));
    private static final List<String> SEEDS = List.of(
            "Received: from x (HELO y) (ident@203.0.113.9 with login) by mx.example.com (Postfix) with ESMTPSA id 1; x",
            "Received: from [203.0.113.9] (port=1 helo=[198.51.100.1]) by mx.example.com with esmtps (Exim 4.9)",
            "Received: from a (2001:db8:1:x@y::f1) by b (2001:db8::2) with Microsoft SMTP Server (version=TLS1_2)",
            "Received: from x ([203.0.113.9.25]) by y (Authenticated sender: a-AT-example.com) with SMTP",
            "Authentication-Results: mx.example.com; spf=pass (a; b) smtp.mailfrom=\"x;y\"; dkim=pass; dmarc=fail",
            "Authentication-Results: =?utf-8?B?c3BmPW5vbmU7?= =?utf-8?Q?_dkim=3Dnone?=",
            "Received-SPF: Pass (mx.example.com: domain of x) receiver=mx.example.com; identity=mailfrom",
            "From: \"a \\\" (b\" (c (d)) <alice@example.co.uk>, e@example.com",
            "Reply-To: g: <a@example.com>, b@example.com;",
            "Return-Path: <>",
            "X-Originating-IP: [198.51.100.1]");
    private static final String MARKS = "()[]<>{}@:;,.\"\\=?_ \t\r\n0aA9%\0\u00ff";

    @Test
    void areReadOrRefusedAtOnce() {
        for (Map.Entry<String, byte[]> message : HostileMessages.all().entrySet()) {
            OriginReader.read(message.getValue(), OWN);
            long started = cpu();
            OriginReport report = OriginReader.read(message.getValue(), OWN);
            assertThat(Duration.ofNanos(cpu() - started)).as(message.getKey()).isLessThan(Duration.ofMillis(100));
            assertThat(report).isNotNull();
        }
    }

    @Test
    void boundEncodedWordsOverAllFields() {
        String field = "X-Text: " + "=?utf-8?Q?a?= ".repeat(50) + "\r\n";
        assertThat(read(field.repeat(10)).unreadable()).isNull();
        assertThat(read(field.repeat(10) + "X: =?utf-8?B?YQ==?=\r\n").unreadable())
                .contains("500 encoded words");
        assertThat(read("X: " + "http://a.example/?a=?b&c=? ".repeat(300) + "\r\n")
                        .unreadable())
                .isNull();
    }

    @Test
    void whatAFuzzerFoundIsReplayed() throws Exception {
        assertThat(HostileMessages.replayFound()).isPositive();
    }

    private static OriginReport read(String message) {
        return OriginReader.read(message.getBytes(StandardCharsets.ISO_8859_1), OWN);
    }

    @Test
    void fitInASmallVirtualMachine() throws Exception {
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileMessages.class.getName())
                .inheritIO()
                .start();

        assertThat(small.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(small.exitValue()).isZero();
    }

    /** Always the same twenty thousand, so that a failure can be repeated. */
    @Test
    void noMutationOfAMessageThrowsOrTakesLong() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = mutation(random).getBytes(StandardCharsets.ISO_8859_1);
            long started = cpu();
            OriginReport report = OriginReader.read(message, OWN);
            assertThat(Duration.ofNanos(cpu() - started)).isLessThan(Duration.ofSeconds(1));
            OriginDescription.of(report).hops().forEach(hop -> {
                assertThat(PlainText.isPlain(hop.helo() + hop.by() + hop.with() + hop.login()))
                        .isTrue();
            });
        }
    }

    private static String mutation(Random random) {
        StringBuilder message = new StringBuilder();
        for (int lines = 1 + random.nextInt(8); lines > 0; lines--) {
            message.append(SEEDS.get(random.nextInt(SEEDS.size()))).append("\r\n");
        }
        for (int changes = random.nextInt(12); changes > 0; changes--) {
            int at = random.nextInt(message.length());
            int end = Math.min(message.length(), at + random.nextInt(20));
            String mark = String.valueOf(MARKS.charAt(random.nextInt(MARKS.length())));
            switch (random.nextInt(4)) {
                case 0 -> message.insert(at, mark.repeat(1 + random.nextInt(50)));
                case 1 -> message.setCharAt(at, mark.charAt(0));
                case 2 -> message.insert(at, message.substring(at, end));
                default -> message.delete(at, Math.min(end, message.length() - 1));
            }
        }
        return message.toString();
    }

    /** The processor's time: a busy machine must not fail a build. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
