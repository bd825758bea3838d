package io.boto4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.local.LocalAws;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindUserByEmailTest {
  private static final Path PROGRAM =
      Path.of("src", "main", "java", "io", "boto4j", "examples", "FindUserByEmail.java");

  @TempDir Path folder;

  @Test
  void program_userInTheTable_printsTheUser() throws Exception {
    try (LocalAws local = LocalAws.start();
        Client dynamodb = Users.client(local.endpoint(), folder)) {
      AuthUsers table = new AuthUsers(dynamodb);
      table.createTable();
      table.put(new User("id-1", "ada@example.com", "$h$hash-1", "admin", true, Instant.EPOCH));
      table.put(new User("id-2", "alan@example.com", "$h$hash-2", "member", true, Instant.EPOCH));
      Class<?> program = compiled(local);

      assertThat(output(program, "ada@example.com")).isEqualToIgnoringNewLines("id-1 admin");
      assertThat(output(program, "nobody@example.com")).isEmpty();
    }
  }

  @Test
  void readme_firstProgram_isThisFileByLine15() throws Exception {
    List<String> readme = Files.readAllLines(Path.of("..", "README.md"));
    int end = readme.subList(3, readme.size()).indexOf("```") + 3;
    assertThat(readme.get(2)).isEqualTo("```java");
    assertThat(end).isLessThanOrEqualTo(15);
    String program = String.join("", readme.subList(3, end));
    String file = Files.readString(PROGRAM).replace("package io.boto4j.examples;", "");
    assertThat(program.replaceAll("\\s", "")).isEqualTo(file.replaceAll("\\s", ""));
  }

  /** Compiles the file with one change: the session is not that of the user who runs the build. */
  private Class<?> compiled(LocalAws local) throws Exception {
    String source = Files.readString(PROGRAM);
    assertThat(source).containsOnlyOnce("Session.create()").containsOnlyOnce("package ");
    String changed =
        source
            .replace("package io.boto4j.examples;", "package copied;")
            .replace(
                "Session.create()",
                "Session.builder().environment(java.util.Map.of()).home(java.nio.file.Path.of(\"none\"))"
                    + ".region(\"us-east-1\").credentials(io.boto4j.credentials.Credentials.of(\"test\","
                    + " \"test\")).config(c -> c.endpointUrl(\""
                    + local.endpoint()
                    + "\")).build()");
    Path file = folder.resolve("FindUserByEmail.java");
    Files.writeString(file, changed);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), file.toString());
    assertThat(status).isZero();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return loader.loadClass("copied.FindUserByEmail");
  }

  private static String output(Class<?> program, String email) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var main = program.getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[] {email});
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
