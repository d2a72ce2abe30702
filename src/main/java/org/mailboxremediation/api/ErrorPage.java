package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What the container shows where a request never reached a controller: a problem document as well. */
@RestController
@Hidden
final class ErrorPage implements ErrorController {

    private static final String PATH = "${server.error.path:/error}";

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS})
    ResponseEntity<ProblemDetail> reading(HttpServletRequest request) {
        return problem(request);
    }

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
    ResponseEntity<ProblemDetail> writing(HttpServletRequest request) {
        return problem(request);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer known ? known : 404);
        return ResponseEntity.status(status).body(Problem.of(status).document());
    }
}
