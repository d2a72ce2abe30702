package org.mailboxremediation.webapp;

import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says whether this is the sandbox, so that each page of the web applications can say it too, the login page included
 * (DESIGN §6). Open to everybody: it tells nothing else.
 */
@RestController
final class SiteController {

    private final boolean sandbox;

    SiteController(Environment environment) {
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @GetMapping("/camunda/mailbox-remediation/site")
    ResponseEntity<Map<String, Boolean>> site() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("sandbox", sandbox));
    }
}
