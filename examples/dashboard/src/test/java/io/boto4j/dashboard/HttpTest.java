package io.boto4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses, and what it sends to protect the browser. */
final class HttpTest {
  @RegisterExtension static final RunningDashboard DASHBOARD = new RunningDashboard();

  private static Visitor visitor() {
    return new Visitor(() -> DASHBOARD.page("/"));
  }

  private static Visitor admin() throws Exception {
    return visitor().loggedIn(DASHBOARD.adminEmail(), DASHBOARD.adminPassword());
  }

  private static Optional<String> location(HttpResponse<?> response) {
    return response.headers().firstValue("Location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/admin", "/admin/users", "/live"})
  void page_withoutSession_leadsToTheLogIn(String path) throws Exception {
    HttpResponse<String> response = visitor().get(path);

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(location(response)).contains("/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/users"})
  void adminPage_asUser_isRefused(String path) throws Exception {
    HttpResponse<String> response =
        visitor().signedUp("user" + path.hashCode() + "@a.org").get(path);

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("This page is for admins.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/database/start",
        "/admin/database/stop",
        "/admin/nightly/run",
        "/admin/nightly/enable",
        "/admin/nightly/disable",
        "/admin/users/u1/role"
      })
  void action_asUserOrWithoutSession_isRefused(String path) throws Exception {
    assertThat(visitor().post(path).statusCode()).isEqualTo(401);
    assertThat(visitor().signedUp("a" + path.hashCode() + "@b.org").post(path).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "Accept, */*"
  })
  void form_fromElsewhere_isRefused(String header, String value) throws Exception {
    Visitor admin = admin();

    assertThat(admin.postFrom(header, value, "/admin/database/stop").statusCode()).isEqualTo(403);
    assertThat(admin.postFrom(header, value, "/login").statusCode()).isEqualTo(403);
    assertThat(admin.postFrom(header, value, "/logout").statusCode()).isEqualTo(403);
    assertThat(admin.get("/admin").statusCode()).isEqualTo(200);
  }

  @Test
  void form_ofTheSameOriginByFetchMetadata_isAccepted() throws Exception {
    HttpResponse<String> response = visitor().postFrom("Sec-Fetch-Site", "same-origin", "/logout");

    assertThat(response.statusCode()).isEqualTo(303);
  }

  @Test
  void cookie_ofTheSession_isHiddenFromScriptsAndOtherSites() throws Exception {
    HttpResponse<String> response =
        visitor().post("/signup", "email", "cookie@a.org", "password", "correct horse battery");

    assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("session=[\\w-]{43}; Path=/; .*HttpOnly; SameSite=Lax");
    assertThat(location(response)).contains("/");
  }

  @Test
  void logOut_endsTheSessionOnTheServer() throws Exception {
    Visitor visitor = visitor().signedUp("logout@a.org");
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);

    assertThat(location(visitor.post("/logout"))).contains("/login");

    assertThat(visitor.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void headers_ofEveryPage_allowOnlyOurOwn() throws Exception {
    for (String path : new String[] {"/login", "/nothing-here", "/assets/style.css", "/"}) {
      assertThat(visitor().get(path).headers().map())
          .hasEntrySatisfying(
              "content-security-policy",
              policy ->
                  assertThat(policy.get(0))
                      .contains("default-src 'none'", "frame-ancestors 'none'")
                      .doesNotContain("unsafe"))
          .containsKeys("x-content-type-options", "referrer-policy", "cache-control");
    }
    assertThat(visitor().get("/login").headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void logIn_withWrongPasswordOrUnknownEmail_isTheSamePage() throws Exception {
    HttpResponse<String> known =
        visitor().post("/login", "email", DASHBOARD.adminEmail(), "password", "wrong");
    HttpResponse<String> unknown =
        visitor().post("/login", "email", "nobody@example.com", "password", "wrong");

    assertThat(known.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body().replace("nobody@example.com", DASHBOARD.adminEmail()))
        .isEqualTo(known.body());
    admin();
  }

  @Test
  void logIn_sixTimes_isLocked() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(visitor().post("/login", "email", "x@example.com", "password", "no").statusCode())
          .isEqualTo(401);
    }
    HttpResponse<String> sixth =
        visitor().post("/login", "email", "X@example.com", "password", "no");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.body()).contains("Try again in 15 minutes.");
  }

  @ParameterizedTest
  @CsvSource({
    "not-an-address, correct horse battery, Enter an e-mail address.",
    "new@a.org, short, Use a password of at least 12 characters.",
    "new@a.org, my new@a.org password, Use a password without your e-mail address in it.",
    "Admin@Example.com, correct horse battery, There is an account with this address already."
  })
  void signUp_withProblem_explainsIt(String email, String password, String message)
      throws Exception {
    HttpResponse<String> response = visitor().post("/signup", "email", email, "password", password);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains(message).doesNotContain(password);
  }

  @Test
  void text_ofTheVisitor_isEscaped() throws Exception {
    HttpResponse<String> response =
        visitor().post("/login", "email", "\"><script>alert(1)</script>", "password", "x");

    assertThat(response.body())
        .doesNotContain("<script>alert")
        .contains("&#34;>&lt;script>alert(1)&lt;/script>");
  }

  @Test
  void body_tooLarge_isRefused() throws Exception {
    HttpResponse<String> response =
        visitor().post("/login", "email", "a".repeat(20_000), "password", "x");

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void page_thatDoesNotExist_isOurOwn() throws Exception {
    HttpResponse<String> response = visitor().get("/nothing-here");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("There is no such page.").contains("<header");
  }

  @Test
  void role_ofTheLastAdmin_isKept() throws Exception {
    Visitor admin = admin();
    Matcher form =
        Pattern.compile("/admin/users/([0-9a-f-]{36})/role")
            .matcher(admin.get("/admin/users").body());
    assertThat(form.find()).isTrue();

    HttpResponse<String> response = admin.post(form.group(), "role", "USER");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body()).contains("The last admin keeps the role");
    assertThat(admin.post(form.group(), "role", "KING").statusCode()).isEqualTo(400);
    assertThat(admin.post("/admin/users/nobody/role", "role", "USER").statusCode()).isEqualTo(404);
  }
}
