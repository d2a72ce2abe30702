package org.mailboxremediation.evidence.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Messages made to exhaust a reader. As a program it reads them all: for a small virtual machine. */
final class HostileMessages {

    private static final Path FOUND = Path.of("src/test/resources/org/mailboxremediation/evidence/trace");
    private static final String START = "From: a@example.com\r\nReceived: from x (x [203.0.113.9]) by y\r\n";

    private HostileMessages() {}

    public static void main(String[] args) throws IOException {
        all().values().forEach(message -> OriginReader.read(message, OwnNetworks.of(List.of())));
        replayFound();
    }

    /** Gives each fuzz target what it is kept with: seeds, and every input that once broke it. */
    static int replayFound() throws IOException {
        int replayed = 0;
        for (Map.Entry<String, Consumer<byte[]>> target : Fuzzing.TARGETS.entrySet()) {
            Path folder = FOUND.resolve(target.getKey() + "Inputs");
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path input : walk.filter(Files::isRegularFile).toList()) {
                    target.getValue().accept(Files.readAllBytes(input));
                    replayed++;
                }
            }
        }
        return replayed;
    }

    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("200,000 Received lines", bytes("Received: from a (b [192.0.2.1]) by c\r\n".repeat(200_000)));
        all.put("nested parts", bytes(START + nested(20_000)));
        all.put("flat parts", bytes(START + parts(100_000)));
        all.put("folded lines", bytes(START + "X: y\r\n" + " z\r\n".repeat(500_000)));
        all.put("folded Received", bytes("Received: from\r\n" + " (((a\r\n".repeat(30_000)));
        all.put("encoded words", bytes("Subject: " + "=?utf-8?Q?a?=\r\n ".repeat(100_000)));
        all.put("encoded verdicts", bytes(START + "Authentication-Results: " + "=?utf-8?B?YQ==?=\r\n ".repeat(9_000)));
        all.put("a long subject", bytes(START + "Subject: " + "x".repeat(20_000_000)));
        all.put("a long body line", bytes(START + "\r\n" + "x".repeat(20_000_000)));
        all.put("many parameters", bytes(START + "Content-Type: a/b" + ";\r\n a=b".repeat(100_000)));
        all.put("an injected line", bytes(START + "From: =?utf-8?Q?=0D=0ABcc:x@example.com?=\r\n"));
        all.put(
                "brackets",
                bytes("Received: from " + "[".repeat(4_000) + "\r\n" + "Received: from " + "(".repeat(4_000)));
        all.put("angles", bytes("From: " + "<\"(".repeat(3_000) + "\r\nReply-To: " + "@,".repeat(4_000)));
        all.put("words of many fields", bytes(("Subject: " + "=?utf-8?Q?a?= ".repeat(20) + "\r\n").repeat(40)));
        all.put("folded angles", bytes("From: " + "<\"(\r\n ".repeat(40_000)));
        all.put("closed brackets", bytes(("Received: from x ([" + "]".repeat(2_500) + "\r\n").repeat(100)));
        all.put("colons", bytes("Received: from x (" + "1:".repeat(2_000) + ") by y\r\n"));
        all.put("NUL", new byte[1_000_000]);
        all.put("noise", noise());
        all.put("nothing", new byte[0]);
        return all;
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
            text.append(i).append("\r\n");
        }
        return text.toString();
    }

    private static String parts(int count) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(count);
    }

    private static byte[] noise() {
        byte[] noise = new byte[1_000_000];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
