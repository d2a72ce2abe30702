package org.mailboxremediation.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Recognises a password that this process has shown, where a person types it into a text that is kept. It keeps no password:
 * only an HMAC of each, under a key that is made at the start and never leaves the memory.
 */
@Component
public final class ShownPasswords {

    private static final String HMAC = "HmacSHA256";
    private static final int MOST = 10_000;

    private final SecretKeySpec key;
    private final Set<String> marks = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    ShownPasswords(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, HMAC);
    }

    void add(Secret password) {
        marks.add(mark(mac(), password.reveal()));
    }

    /** Whether the text holds one of them. */
    public boolean isIn(String text) {
        if (marks.isEmpty() || text.length() < PasswordGenerator.LENGTH) {
            return false;
        }
        Mac mac = mac();
        return IntStream.rangeClosed(0, text.length() - PasswordGenerator.LENGTH)
                .mapToObj(start -> text.substring(start, start + PasswordGenerator.LENGTH))
                .filter(part -> part.chars().allMatch(c -> PasswordPolicy.ALPHABET.indexOf(c) >= 0))
                .anyMatch(part -> marks.contains(mark(mac, part)));
    }

    private static String mark(Mac mac, String part) {
        return HexFormat.of().formatHex(mac.doFinal(part.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256");
        }
    }

    private static final class Newest extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
