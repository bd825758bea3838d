package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata for native images is valid, and lists what the classes reach by name. */
final class NativeImageTest {
  /** Methods that find something by a name or by its structure, by the class that has them. */
  private static final Map<String, Set<String>> REFLECTIVE =
      Map.of(
          "java.lang.Class",
          Set.of(
              "forName",
              "getConstructor",
              "getDeclaredConstructor",
              "getDeclaredField",
              "getDeclaredFields",
              "getDeclaredMethod",
              "getDeclaredMethods",
              "getField",
              "getMethod",
              "getMethods",
              "getRecordComponents",
              "getResource",
              "getResourceAsStream"),
          "java.lang.ClassLoader",
          Set.of("getResource", "getResourceAsStream", "getResources", "loadClass"),
          "java.lang.Module",
          Set.of("getResourceAsStream"),
          "java.lang.invoke.MethodHandles$Lookup",
          Set.of("findClass", "findConstructor", "findStatic", "findVarHandle", "findVirtual"),
          "java.lang.reflect.Proxy",
          Set.of("newProxyInstance"),
          "java.util.ResourceBundle",
          Set.of("getBundle"),
          "java.util.ServiceLoader",
          Set.of("load"));

  private static ReachabilityMetadata metadata(String artifact) throws IOException {
    return ReachabilityMetadata.read(resource(path(artifact)));
  }

  private static String path(String artifact) {
    return "META-INF/native-image/io.boto4j/" + artifact + "/reachability-metadata.json";
  }

  private static byte[] resource(String name) throws IOException {
    List<URL> found = Collections.list(NativeImageTest.class.getClassLoader().getResources(name));
    assertThat(found).as(name).hasSize(1);
    try (InputStream in = found.get(0).openStream()) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"boto4j", "boto4j-model", "boto4j-models"})
  void metadata_ofEachArtifact_isValidAndNamesWhatExists(String artifact) throws Exception {
    ReachabilityMetadata metadata = metadata(artifact);

    assertThat(metadata.problems()).isEmpty();
    for (Map<?, ?> entry : metadata.reflection()) {
      Class<?> type = Class.forName((String) entry.get("type"), false, loader());
      if (!type.getName().startsWith("java.")) {
        assertThat(entry.containsKey("methods")).isFalse();
      }
    }
    for (String glob : metadata.globs()) {
      assertThat(exists(glob)).as(glob).isTrue();
    }
  }

  private static ClassLoader loader() {
    return NativeImageTest.class.getClassLoader();
  }

  /**
   * Whether a resource matches; of the documentation, which is optional, only the name is checked.
   */
  private static boolean exists(String glob) {
    return switch (glob) {
      case "META-INF/boto4j/models/**" ->
          loader().getResource("META-INF/boto4j/models/s3.pack") != null;
      case "META-INF/boto4j/docs/**" -> true;
      default -> loader().getResource(glob) != null;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"reflexion\": []} | ` has the unknown key reflexion`",
        "{\"reflection\": [{\"methods\": []}]} | reflection[0] lacks the key type",
        "{\"reflection\": [{\"type\": 1}]} | reflection[0].type is not a type",
        "{\"reflection\": [{\"type\": \"A\", \"queryAll\": true}]} |"
            + " reflection[0] has the unknown key queryAll",
        "{\"reflection\": [{\"type\": \"A\", \"allPublicMethods\": \"yes\"}]} |"
            + " reflection[0].allPublicMethods is not a boolean",
        "{\"resources\": [{\"pattern\": \".*\"}]} | resources[0] has the unknown key pattern",
        "{\"resources\": [{\"glob\": \"a\", \"condition\": {\"typeReachable\": \"A\"}}]} |"
            + " resources[0].condition has the unknown key typeReachable",
        "{\"resources\": {}} | resources is not a list",
      })
  void check_invalidFile_isReported(String json, String problem) {
    assertThat(ReachabilityMetadata.read(json.getBytes(StandardCharsets.UTF_8)).problems())
        .contains(problem);
  }

  @Test
  void metadata_warmUp_listsItsClasses() throws Exception {
    List<String> listed = new ArrayList<>();
    for (Map<?, ?> entry : metadata("boto4j").reflection()) {
      if (String.valueOf(entry.get("reason")).equals("WarmUp.LATE")) {
        listed.add((String) entry.get("type"));
      }
    }

    assertThat(listed).containsExactly(WarmUp.LATE);
  }

  /**
   * Each class that finds something by name, and what makes that work in a native image. A new line
   * needs metadata, or a reason why it needs none.
   */
  @Test
  void classes_thatReachSomethingByName_areKnown() {
    Map<String, String> known = new TreeMap<>();
    // In the metadata of boto4j.
    known.put("io.boto4j.internal.client.AsyncExecutor", "Class.getMethod");
    known.put("io.boto4j.internal.client.WarmUp", "Class.forName");
    // In the metadata of boto4j-model and boto4j-models.
    known.put("io.boto4j.model.smithy.LegacyEdits", "Class.getResourceAsStream");
    known.put(
        "io.boto4j.model.pack.ClassPathPacks", "ClassLoader.getResource ClassLoader.loadClass");
    // Records of the user's own, which the user registers: docs/startup.md.
    known.put("io.boto4j.internal.value.RecordMembers", "Class.getRecordComponents");
    known.put(
        "io.boto4j.internal.value.RecordType",
        "Class.getDeclaredConstructor Class.getRecordComponents");

    assertThat(reflective()).isEqualTo(known);
  }

  private static Map<String, String> reflective() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.boto4j")) {
      for (JavaAccess<?> access : each.getAccessesFromSelf()) {
        JavaClass owner = access.getTargetOwner();
        if (REFLECTIVE.getOrDefault(owner.getName(), Set.of()).contains(access.getName())) {
          found
              .computeIfAbsent(outermost(each), key -> new TreeSet<>())
              .add(owner.getSimpleName() + "." + access.getName());
        }
      }
    }
    Map<String, String> lines = new TreeMap<>();
    found.forEach((name, methods) -> lines.put(name, String.join(" ", methods)));
    return lines;
  }

  private static String outermost(JavaClass type) {
    int inner = type.getName().indexOf('$');
    return inner < 0 ? type.getName() : type.getName().substring(0, inner);
  }
}
