package org.mailboxremediation.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the public half of each key that ever signed here, so that older checkpoints can be checked after a change of key. */
@Component
public final class PublicKeys implements InitializingBean {

    private final JdbcClient jdbc;
    private final SigningKey key;
    private final Clock clock;

    PublicKeys(JdbcClient jdbc, SigningKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** Keeps the key that signs from now on; does nothing where it is known. */
    @Override
    public void afterPropertiesSet() {
        jdbc.sql("insert into verifying_key (id, pem, since) select :id, :pem, :since where not exists"
                        + " (select 1 from verifying_key where id = :id)")
                .param("id", key.verifyingKey().id())
                .param("pem", key.verifyingKey().pem())
                .param("since", Timestamp.from(clock.instant()))
                .update();
    }

    /** The key that signs now, then the older ones, the newest first. */
    public VerifyingKeys all() {
        List<VerifyingKey> keys = new ArrayList<>(List.of(key.verifyingKey()));
        jdbc.sql("select pem from verifying_key where id <> :id order by since desc, id")
                .param("id", key.verifyingKey().id())
                .query(String.class)
                .list()
                .forEach(pem -> keys.add(VerifyingKey.ofPem(pem)));
        return new VerifyingKeys(keys);
    }
}
