package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says of the whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "mailbox-remediation",
                        version = "1",
                        description =
                                "Secures a compromised Rackspace Email mailbox. Errors are problem documents (RFC 9457);"
                                        + " a broken rule is named in their member \"fields\". Times are ISO-8601, UTC. Unknown members"
                                        + " are refused; new ones may be added to answers."),
        security = @SecurityRequirement(name = "basic"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDescription {}
