package io.boto4j.typed.generate;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpTransport;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Programs that use generated types: compiled with them, and run with a client. */
final class Programs {
  static final String PACKAGE = "com.acme.gen";

  private Programs() {}

  /** A session that is independent of the machine on which it runs. */
  static Session.Builder session(HttpTransport transport) {
    return Session.builder()
        .environment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .sleeper(duration -> {})
        .transport(transport);
  }

  /**
   * Compiles a program with the types it uses and runs it.
   *
   * @param imports further classes to import
   * @param body the statements of a method with the parameter {@code client}, which returns text
   */
  static String run(Map<String, String> types, Client client, String imports, String body) {
    Map<String, String> sources = new TreeMap<>(types);
    sources.put("Program", program(imports, body));
    Compilation compilation = Compilation.of(PACKAGE, sources);
    if (!compilation.messages().isEmpty()) {
      throw new AssertionError(String.join("\n", compilation.messages()));
    }
    try {
      return (String)
          compilation
              .load(PACKAGE + ".Program")
              .getMethod("run", Client.class)
              .invoke(null, client);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static String program(String imports, String body) {
    return "package "
        + PACKAGE
        + ";\n"
        + "import io.boto4j.*;\nimport java.util.*;\n"
        + imports
        + "\n/** A program. */\npublic final class Program {\n"
        + "private Program() {}\n"
        + "/** Runs it.\n * @param client the client\n * @return the result\n"
        + " * @throws Exception if it fails */\n"
        + "public static String run(Client client) throws Exception {\n"
        + body
        + "\n}\n}\n";
  }
}
