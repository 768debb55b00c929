package dev.muster.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e, UriInfo uri) {
        return answer(e, uri);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
    Response unauthenticated(AuthenticationFailedException e, UriInfo uri) {
        return e.getCause() instanceof ProblemException problem
                ? answer(problem, uri)
                : answer(ProblemException.unauthenticated(), uri);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
    Response unauthorized(UnauthorizedException e, UriInfo uri) {
        return answer(ProblemException.unauthenticated(), uri);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHORIZATION)
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(new ProblemException(Problem.FORBIDDEN), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation ->
                        new FieldError(pointer(violation.getPropertyPath()), "invalid_value", violation.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return answer(ProblemException.invalid(errors), uri);
    }

    @ServerExceptionMapper(
            value = {JsonProcessingException.class},
            priority = Priorities.USER - 100)
    Response malformedJson(JsonProcessingException e, UriInfo uri) {
        return answer(fromJson(e), uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(fromJson(json), uri);
        }
        Response response = e.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        Problem problem = Problem.ofStatus(response.getStatus());
        Response.ResponseBuilder answer = build(problem, problem.title(), List.of(), Map.of(), uri, e);
        Object allow = response.getHeaders().getFirst("Allow");
        return allow == null ? answer.build() : answer.header("Allow", allow).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        if (Dependency.isUnavailable(e)) {
            return answer(ProblemException.unavailable(Dependency.nameOf(e), e), uri);
        }
        return build(Problem.INTERNAL_ERROR, Problem.INTERNAL_ERROR.title(), List.of(), Map.of(), uri, e)
                .build();
    }

    private static ProblemException fromJson(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new ProblemException(Problem.MALFORMED_REQUEST, "The JSON is nested too deeply or too long");
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return ProblemException.invalid(pointer(unknown), "unknown_field", "This field is not known here");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return ProblemException.invalid(pointer(mapping), "invalid_value", "This value cannot be read");
        }
        return new ProblemException(Problem.MALFORMED_REQUEST, "The body is not the JSON that is expected here");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String pointer(jakarta.validation.Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .skip(2)
                .map(node -> "/" + node)
                .collect(Collectors.joining());
    }

    private static Response answer(ProblemException e, UriInfo uri) {
        return build(e.problem(), e.detail(), e.errors(), e.headers(), uri, e).build();
    }

    private static Response.ResponseBuilder build(
            Problem problem,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers,
            UriInfo uri,
            Throwable cause) {
        String traceId = TraceId.current();
        if (problem == Problem.INTERNAL_ERROR) {
            LOG.errorf(cause, "A request failed, problem=%s traceId=%s", problem, traceId);
        } else if (problem == Problem.SERVICE_UNAVAILABLE) {
            LOG.warnf("%s, traceId=%s cause=%s", detail, traceId, cause.getCause());
        }
        String body =
                ProblemBody.render(problem, detail, errors, uri.getRequestUri().getRawPath(), traceId);
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(ProblemBody.MEDIA_TYPE).entity(body);
        headers.forEach(answer::header);
        return answer;
    }
}
