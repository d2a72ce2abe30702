package org.mailboxremediation.credential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sealing keys: the newest seals, and all of them open. */
final class KeyRing {

    private final SealingKey newest;
    private final Map<String, SealingKey> byId = new HashMap<>();

    private KeyRing(SealingKey newest) {
        this.newest = newest;
    }

    static KeyRing of(SealingKey newest, List<SealingKey> older) {
        KeyRing ring = new KeyRing(newest);
        older.forEach(key -> ring.byId.put(key.id(), key));
        ring.byId.put(newest.id(), newest);
        return ring;
    }

    SealingKey newest() {
        return newest;
    }

    /** Throws {@link SealingKeyMissing}. */
    SealingKey get(String id) {
        SealingKey key = byId.get(id);
        if (key == null) {
            throw new SealingKeyMissing(id);
        }
        return key;
    }
}
