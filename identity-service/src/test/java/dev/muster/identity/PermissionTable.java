package dev.muster.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may call what: a line for each endpoint, with the status that each kind of caller gets for one request.
 *
 * <p>{@code METHOD template | nobody user foreign admin operator supervisor administrator service | body}. Every
 * {@code {parameter}} of the template is sent as 7, which is nobody's and nothing's, but {@code {self}} as {@code me} and
 * {@code {email}} as an address that nobody has; a pattern of the parameter is left out. The body is sent as JSON; without
 * one, methods that take a body send {@code {}}, and the body {@code form} is an empty form. So whoever has the power gets
 * what a call that names nothing gets (400, 404), and whoever has not gets 401 or 403. A foreign caller belongs to another
 * organization than the others.
 */
final class PermissionTable {

    private static final String ROWS = """
            GET    /activate/{ticket}                                                  | 404 404 404 404 404 404 404 404
            POST   /activate/{ticket}                                                  | 400 400 400 400 400 400 400 400
            PUT    /activate/{ticket}                                                  | 400 400 400 400 400 400 400 400
            DELETE /api/v1/users                                                       | 401 403 403 403 403 403 400 401
            POST   /api/v1/users                                                       | 401 403 403 403 403 400 400 401
            PUT    /api/v1/users                                                       | 401 403 403 403 403 400 400 401
            GET    /api/v1/users/me/second-factor                                      | 401 200 200 200 200 200 200 401
            POST   /api/v1/users/me/second-factor/recovery-codes                       | 401 400 400 400 400 400 400 401
            POST   /api/v1/users/me/second-factor/totp                                 | 401 400 400 400 400 400 400 401
            POST   /api/v1/users/me/second-factor/totp/confirmation                    | 401 400 400 400 400 400 400 401
            POST   /api/v1/users/me/second-factor/totp/removal                         | 401 400 400 400 400 400 400 401
            GET    /api/v1/users/{cid}                                                 | 401 403 403 403 403 404 404 401
            GET    /export/users                                                       | 401 403 403 200 403 403 403 401
            POST   /import/users                                                       | 401 403 403 415 403 403 403 401
            DELETE /import/users/{id}                                                  | 401 403 403 404 403 403 403 401
            GET    /import/users/{id}                                                  | 401 403 403 404 403 403 403 401
            GET    /import/users/{id}/events                                           | 401 403 403 404 403 403 403 401
            POST   /internal/credentials/verify                                        | 401 401 401 401 401 401 401 400
            POST   /internal/credentials/verify-fsd                                    | 401 401 401 401 401 401 401 400
            POST   /internal/invitations                                               | 401 401 401 401 401 401 401 400
            GET    /internal/users/{id}                                                | 401 401 401 401 401 401 401 404
            GET    /internal/users/{id}/account                                        | 401 401 401 401 401 401 401 404
            PUT    /internal/users/{userId}/memberships/{orgId}                        | 401 401 401 401 401 401 401 400
            GET    /pages/activation/{userId}/{secret}                                 | 404 404 404 404 404 404 404 404
            POST   /pages/activation/{userId}/{secret}                                 | 404 404 404 404 404 404 404 404 | form
            GET    /pages/email-confirmation/{userId}/{secret}                         | 404 404 404 404 404 404 404 404
            POST   /pages/email-confirmation/{userId}/{secret}                         | 404 404 404 404 404 404 404 404
            GET    /pages/email-undo/{userId}/{secret}                                 | 404 404 404 404 404 404 404 404
            POST   /pages/email-undo/{userId}/{secret}                                 | 404 404 404 404 404 404 404 404
            GET    /pages/invitation/{userId}/{secret}                                 | 404 404 404 404 404 404 404 404
            POST   /pages/invitation/{userId}/{secret}                                 | 404 404 404 404 404 404 404 404
            GET    /pages/password-reset/{userId}/{secret}                             | 404 404 404 404 404 404 404 404
            POST   /pages/password-reset/{userId}/{secret}                             | 404 404 404 404 404 404 404 404 | form
            GET    /pages/style.css                                                    | 200 200 200 200 200 200 200 200
            POST   /user                                                               | 401 403 403 400 403 403 403 401
            GET    /user/byemail                                                       | 401 403 403 400 403 403 403 401
            POST   /user/byemail                                                       | 401 403 403 400 403 403 403 401
            DELETE /user/{id}                                                          | 401 403 403 404 403 403 403 401
            GET    /user/{id}                                                          | 401 403 403 404 403 403 403 401
            PUT    /user/{id}                                                          | 401 403 403 404 403 403 403 401
            GET    /user/{id}/assets                                                   | 401 403 403 404 403 403 403 401
            DELETE /user/{id}/assets/{tag}                                             | 401 403 403 404 403 403 403 401
            GET    /user/{id}/assets/{tag}                                             | 401 403 403 404 403 403 403 401
            POST   /user/{id}/assets/{tag}                                             | 401 403 403 415 403 403 403 401
            GET    /user/{id}/bookings/{startDate}/{startTime}/{endDate}/{endTime}     | 401 400 400 400 400 400 400 401
            GET    /user/{id}/license-types                                            | 401 403 403 404 403 403 403 401
            PUT    /user/{id}/license-types                                            | 401 403 403 400 403 403 403 401
            GET    /user/{id}/perms                                                    | 401 403 403 404 403 403 403 401
            PUT    /user/{id}/perms                                                    | 401 403 403 400 403 403 403 401
            POST   /user/{id}/resend                                                   | 401 403 403 404 403 403 403 401
            DELETE /users                                                              | 401 204 204 204 204 204 204 401
            GET    /users                                                              | 401 403 403 200 403 403 403 401
            POST   /users                                                              | 401 403 403 201 403 403 403 401
            PUT    /users                                                              | 401 400 400 400 400 400 400 401
            GET    /users/confirmation/{userId}/{code}/email.json                      | 404 404 404 404 404 404 404 404
            POST   /users/edit.json                                                    | 401 200 200 200 200 200 200 401
            POST   /users/email.json                                                   | 401 400 400 400 400 400 400 401
            GET    /users/email/{email}                                                | 401 404 404 404 404 404 404 401
            GET    /users/new_password/{userId}/{secret}.json                          | 404 404 404 404 404 404 404 404
            POST   /users/new_password/{userId}/{secret}.json                          | 400 400 400 400 400 400 400 400
            POST   /users/password.json                                                | 401 400 400 400 400 400 400 401
            POST   /users/password_recover.json                                        | 400 400 400 400 400 400 400 400
            GET    /users/view.json                                                    | 401 200 200 200 200 200 200 401
            GET    /users/{email}                                                      | 401 404 404 404 404 404 404 401
            DELETE /users/{self}                                                       | 401 204 204 204 204 204 204 401
            GET    /users/{self}                                                       | 401 200 200 200 200 200 200 401
            PUT    /users/{self}                                                       | 401 400 400 400 400 400 400 401
            """;

    /** An endpoint, its request and the statuses in the order of {@link PermissionMatrixTest.Caller}. */
    record Row(String endpoint, List<Integer> statuses, String body) {

        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        String path() {
            return endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{self}", "me")
                    .replace("{email}", "nobody@people.example")
                    .replaceAll("\\{[^}]*}", "7");
        }

        boolean isForm() {
            return body.equals("form");
        }

        @Override
        public String toString() {
            return endpoint;
        }
    }

    private PermissionTable() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : ROWS.lines().toList()) {
            String[] cells = line.split("\\|", 3);
            rows.add(new Row(
                    cells[0].strip().replaceAll("\\s+", " "),
                    List.of(cells[1].strip().split("\\s+")).stream()
                            .map(Integer::valueOf)
                            .toList(),
                    cells.length == 3 ? cells[2].strip() : "{}"));
        }
        return rows;
    }
}
