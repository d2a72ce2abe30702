package org.mailboxremediation.config;

import static org.mailboxremediation.config.People.AUDITORS;
import static org.mailboxremediation.config.People.MAILBOX_ADMINS;
import static org.mailboxremediation.config.People.REPORTERS;
import static org.mailboxremediation.config.People.SECURITY_LEADS;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what. Decided here by path and method alone, so that 403 comes before 404 and before any validation
 * (DESIGN §5). Camunda's web applications have their own login, session and CSRF protection, and are left to them.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String[] READERS = {MAILBOX_ADMINS, SECURITY_LEADS, AUDITORS};

    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(path("/camunda/**"), path("/"), path("/favicon.ico")))
                .authorizeHttpRequests(all -> {
                    // Whoever reaches the set-up page first would become administrator.
                    all.requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/app/admin/*/setup/**"))
                            .denyAll();
                    all.anyRequest().permitAll();
                })
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.disable())
                .requestCache(c -> c.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain sandboxProvider(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sandbox/rackspace/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http, ProblemEntryPoint problems) throws Exception {
        return http.authorizeHttpRequests(WebSecurity::rules)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.disable())
                .headers(Customizer.withDefaults())
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        requests.requestMatchers(HttpMethod.GET, "/actuator/health").permitAll();
        requests.requestMatchers(HttpMethod.POST, "/api/incidents", "/api/incidents/")
                .hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS, REPORTERS);
        requests.requestMatchers(HttpMethod.GET, "/api/incidents", "/api/incidents/*")
                .hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS, AUDITORS, REPORTERS);
        requests.requestMatchers(HttpMethod.GET, "/api/**").hasAnyAuthority(READERS);
        requests.requestMatchers(HttpMethod.POST, "/api/credentials/*/pin").hasAuthority(SECURITY_LEADS);
        requests.requestMatchers(HttpMethod.POST, "/api/credentials/**")
                .hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS);
        requests.requestMatchers(HttpMethod.POST, "/api/campaigns/**", "/api/trace/**", "/api/campaigns", "/api/trace")
                .hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS);
        // The nonce says for which device; the login says who hands the report in.
        requests.requestMatchers(HttpMethod.POST, "/api/device-scans", "/api/device-scans/")
                .hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS, REPORTERS);
        requests.requestMatchers(HttpMethod.POST, "/api/incidents/*/devices/*/scans/*/confirmation")
                .hasAuthority(SECURITY_LEADS);
        requests.requestMatchers(HttpMethod.POST, "/api/incidents/*/purge/confirmation")
                .hasAuthority(SECURITY_LEADS);
        requests.requestMatchers("/api/incidents/*/purge").hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS);
        requests.requestMatchers(HttpMethod.DELETE, "/api/incidents/*/devices/*")
                .hasAnyAuthority(MAILBOX_ADMINS, SECURITY_LEADS);
        requests.requestMatchers("/api/**").hasAuthority(MAILBOX_ADMINS);
        requests.requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**")
                .authenticated();
        requests.requestMatchers("/actuator/**", "/sandbox/**").hasAuthority(MAILBOX_ADMINS);
        requests.anyRequest().denyAll();
    }

    /** By the whole path: a pattern alone is read relative to Spring's own servlet, and Camunda brings others. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
