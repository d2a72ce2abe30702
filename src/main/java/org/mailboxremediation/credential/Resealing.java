package org.mailboxremediation.credential;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Seals live passwords anew, at the start, where the newest key is not the one that sealed them. */
@Component
final class Resealing implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final CredentialRows rows;
    private final Seal seal;

    Resealing(CredentialRows rows, Seal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> missing = new HashSet<>();
        int renewed = 0;
        for (CredentialRows.Row row : rows.notSealedWith(seal.newestKeyId())) {
            try {
                renewed += renew(row) ? 1 : 0;
            } catch (SealingKeyMissing lost) {
                missing.add(String.valueOf(lost.getMessage()));
            }
        }
        if (renewed > 0) {
            LOG.info("{} passwords are now sealed with the newest key", renewed);
        }
        missing.forEach(LOG::error);
    }

    private boolean renew(CredentialRows.Row row) {
        Sealed sealed = row.sealed();
        return sealed != null && rows.reseal(row.credential().id(), sealed, seal.renew(sealed, row.belongsTo()));
    }
}
