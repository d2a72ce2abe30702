package org.mailboxremediation.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys that are believed: the one that signs now, and those that signed before it.
 *
 * @param keys in no order; the first signs now where one knows
 */
public record VerifyingKeys(List<VerifyingKey> keys) {

    /** More than an organisation has in a lifetime. */
    private static final int AT_MOST = 100;

    /** Copies. */
    public VerifyingKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Reads PEM forms (RFC 7468 §13), one behind the other.
     *
     * @throws IllegalArgumentException if there is none, more than a hundred, or one that is no Ed25519 public key
     */
    public static VerifyingKeys ofPem(String pem) {
        List<VerifyingKey> keys = new ArrayList<>();
        String rest = pem;
        do {
            keys.add(VerifyingKey.ofPem(rest));
            int end = rest.indexOf(VerifyingKey.END) + VerifyingKey.END.length();
            rest = rest.substring(end);
        } while (rest.contains(VerifyingKey.BEGIN) && keys.size() < AT_MOST);
        if (!rest.isBlank()) {
            throw new IllegalArgumentException("more than public keys in PEM form");
        }
        return new VerifyingKeys(keys);
    }

    /** Their PEM forms. */
    public String pem() {
        return keys.stream().map(VerifyingKey::pem).collect(Collectors.joining());
    }

    /** The key with that id; empty where it is not believed. */
    public Optional<VerifyingKey> of(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Their ids, for a sentence. */
    public String ids() {
        return keys.stream().map(VerifyingKey::id).collect(Collectors.joining(", "));
    }
}
