package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.Boto4jException;
import io.boto4j.http.Headers;
import io.boto4j.internal.paging.FullResult;
import io.boto4j.internal.paging.PageIterator;
import io.boto4j.internal.paging.PageLimits;
import io.boto4j.internal.paging.Paging;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.ResponseView;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Paginators make the calls of botocore's and return the same results, recorded by {@code
 * paginators.py}; or recorded in the file given by {@code -Dboto4j.paginators=FILE}.
 */
final class BotocorePaginatorsTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  @TestFactory
  Stream<DynamicTest> paginators() throws IOException {
    String file = System.getProperty("boto4j.paginators");
    Object read =
        file == null
            ? Fixtures.read("botocore-paginators.json")
            : Fixtures.json(Files.readAllBytes(Path.of(file)));
    List<Map<String, Object>> fixtures = Fixtures.maps(Fixtures.decode(read));
    assertThat(fixtures).hasSizeGreaterThan(10);
    return fixtures.stream().map(each -> dynamicTest(name(each), () -> check(each)));
  }

  private static String name(Map<String, Object> fixture) {
    return "paginators / "
        + fixture.get("service")
        + " "
        + fixture.get("version")
        + " "
        + fixture.get("operation");
  }

  private static void check(Map<String, Object> fixture) {
    String service = (String) fixture.get("service");
    ServiceModel model =
        Objects.requireNonNull(MODELS.find(service, (String) fixture.get("version")));
    OperationModel operation = model.operation((String) fixture.get("operation"));
    Map<String, Object> config =
        Fixtures.map(model.part(ModelPart.PAGINATORS).get(operation.name()));
    Paging paging = Paging.of(operation, config);
    for (Map<String, Object> each : Fixtures.maps(fixture.get("cases"))) {
      List<Map<String, Object>> answers =
          Fixtures.maps(each.getOrDefault("answers", fixture.get("answers")));
      if (!isBetterThanBotocore(paging, answers.get(0), each)) {
        check(paging, answers, each);
      }
    }
  }

  /**
   * botocore fails to cut values other than lists and strings, and empties what it never returned.
   */
  private static boolean isBetterThanBotocore(
      Paging paging, Map<String, Object> firstPage, Map<String, Object> said) {
    Object primary = paging.resultKeys().get(0).search(firstPage);
    boolean uncuttable = !(primary instanceof List<?> || primary instanceof String);
    String token = (String) Fixtures.map(said.get("limits")).get("StartingToken");
    return "TypeError".equals(said.get("failure"))
        || (token != null && uncuttable)
        || (token != null && paging.resultKeys().size() > 1 && !cuts(token, paging));
  }

  private static boolean cuts(String token, Paging paging) {
    String[] parts = token.split("___", -1);
    if (parts.length > 1) {
      return parts.length == paging.inputTokens().size() + 1;
    }
    try {
      byte[] json = Base64.getDecoder().decode(token);
      return new String(json, StandardCharsets.UTF_8).contains("boto_truncate_amount");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void check(
      Paging paging, List<Map<String, Object>> answers, Map<String, Object> said) {
    String about = paging.operation() + " " + said.get("limits");
    Map<String, Object> input = Map.of("Given", 1);
    List<Object> requests = new ArrayList<>();
    List<Object> pages = new ArrayList<>();
    Object full;
    try {
      PageLimits limits = PageLimits.NONE.with(said.get("limits"));
      new PageIterator(paging, service(paging, answers, requests), input, limits)
          .forEachRemaining(pages::add);
      full =
          FullResult.of(
              new PageIterator(paging, service(paging, answers, new ArrayList<>()), input, limits));
    } catch (Boto4jException e) {
      assertThat(said.get("message")).as(about).isEqualTo(e.getMessage());
      return;
    }
    assertThat(said.get("message")).as(about).isNull();
    assertThat(sorted(requests)).as(about).isEqualTo(sorted(said.get("requests")));
    assertThat(sorted(pages)).as(about).isEqualTo(sorted(said.get("pages")));
    assertThat(sorted(full)).as(about).isEqualTo(sorted(said.get("full")));
  }

  private static Function<Map<String, ?>, Response> service(
      Paging paging, List<Map<String, Object>> answers, List<Object> requests) {
    return parameters -> {
      requests.add(new LinkedHashMap<>(parameters));
      return answer(paging, answers.get(Math.min(requests.size(), answers.size()) - 1));
    };
  }

  private static Response answer(Paging paging, Map<String, Object> members) {
    ResponseMetadata metadata = new ResponseMetadata(null, 200, Headers.empty(), List.of(), null);
    return new ResponseView((Structure) structured(members, paging.output()), metadata);
  }

  /** Maps become structures, except those that are maps in the model. */
  private static Object structured(Object value, Shape shape) {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> structured(each, null)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put((String) key, structured(each, below(shape, key))));
      return shape instanceof MapShape ? copy : new MapStructure(copy);
    }
    return value;
  }

  private static Shape below(Shape shape, Object name) {
    Member member =
        shape instanceof StructureShape structure ? structure.member((String) name) : null;
    return member == null ? null : member.shape();
  }

  /**
   * None in botocore is an absent member here; members are in the model's order, not the
   * response's.
   */
  private static String sorted(Object value) {
    return Fixtures.canonical(sortedTree(value));
  }

  private static Object sortedTree(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(BotocorePaginatorsTest::sortedTree).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new TreeMap<>();
      map.forEach(
          (key, each) -> {
            if (each != null) {
              copy.put((String) key, sortedTree(each));
            }
          });
      return copy;
    }
    return value;
  }
}
