package io.boto4j.modelcompiler.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The differences between two versions of a service, in words. */
final class ModelChangesTest {
  private static final String SERVICE =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "ledger", "protocol": "json",
         "serviceId": "Ledger"},
       "operations": {
         "Add": {"name": "Add", "http": {"method": "POST", "requestUri": "/"},
           "input": {"shape": "AddInput"}, "output": {"shape": "Entry"},
           "errors": [{"shape": "Full"}]},
         "Get": {"name": "Get", "http": {"method": "POST", "requestUri": "/"},
           "output": {"shape": "Entry"}}},
       "shapes": {
         "AddInput": {"type": "structure", "required": ["Text"], "members": {
           "Text": {"shape": "Text"}, "Kind": {"shape": "Kind"}, "Parts": {"shape": "Parts"},
           "Self": {"shape": "AddInput"}}},
         "Entry": {"type": "structure", "members": {"Id": {"shape": "Text"},
           "Kind": {"shape": "Kind"}, "Tags": {"shape": "Tags"}}},
         "Full": {"type": "structure", "exception": true, "members": {}},
         "Text": {"type": "string", "min": 1}, "Number": {"type": "integer"},
         "Kind": {"type": "string", "enum": ["A", "B"]},
         "Part": {"type": "structure", "members": {"Size": {"shape": "Number"}}},
         "Parts": {"type": "list", "member": {"shape": "Part"}},
         "Tags": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Part"}}}}
      """;

  @TempDir Path folder;

  @Test
  void between_sameModel_isEmpty() {
    ModelChanges changes = changes(SERVICE, SERVICE);
    assertThat(changes.byService()).isEmpty();
    assertThat(changes.endpoints()).isEmpty();
    assertThat(changes.breaking()).isZero();
  }

  @Test
  void between_renamedShape_isEmpty() {
    assertThat(changes(SERVICE, SERVICE.replace("\"Part\"", "\"Piece\"")).byService()).isEmpty();
  }

  @Test
  void between_operations_areNewOrRemoved() {
    String after = SERVICE.replace("\"Get\"", "\"Read\"");
    assertThat(ledger(SERVICE, after))
        .containsExactly("new operation Read", "BREAKING: the operation Get was removed");
  }

  @Test
  void between_inputMembers_areReportedWithTheirPaths() {
    String after =
        SERVICE
            .replace("\"Size\": {\"shape\": \"Number\"}", "\"Weight\": {\"shape\": \"Number\"}")
            .replace(
                "\"Parts\": {\"shape\": \"Parts\"},",
                "\"Parts\": {\"shape\": \"Parts\"}, \"More\": {\"shape\": \"Parts\"},");
    assertThat(ledger(SERVICE, after))
        .containsExactly(
            "BREAKING: Add, input: the member Parts[].Size was removed",
            "Add, input: new member Parts[].Weight (integer)",
            "Add, input: new member More (list of structure)",
            "BREAKING: Add, output: the member Tags.*.Size was removed",
            "Add, output: new member Tags.*.Weight (integer)");
  }

  @Test
  void between_requiredMembers_breakInputs() {
    assertThat(ledger(SERVICE, SERVICE.replace("[\"Text\"]", "[\"Kind\"]")))
        .containsExactly(
            "Add, input: the member Text is no longer required",
            "BREAKING: Add, input: the member Kind is now required");
    String added =
        SERVICE
            .replace("[\"Text\"]", "[\"Text\", \"More\"]")
            .replace(
                "\"Text\": {\"shape\": \"Text\"},",
                "\"Text\": {\"shape\": \"Text\"}, \"More\": {\"shape\": \"Text\"},");
    assertThat(ledger(SERVICE, added))
        .containsExactly("BREAKING: Add, input: new required member More");
  }

  @Test
  void between_types_break() {
    assertThat(ledger(SERVICE, SERVICE.replace("\"type\": \"integer\"", "\"type\": \"string\"")))
        .containsExactly(
            "BREAKING: Add, input: the type of Parts[].Size changed from integer to string",
            "BREAKING: Add, output: the type of Tags.*.Size changed from integer to string");
  }

  @Test
  void between_enums_removedValuesBreakInputsOnly() {
    assertThat(ledger(SERVICE, SERVICE.replace("[\"A\", \"B\"]", "[\"B\", \"C\"]")))
        .containsExactly(
            "Add, input: new values of Kind: C",
            "BREAKING: Add, input: values of Kind were removed: A",
            "Add, output: new values of Kind: C",
            "Add, output: values of Kind were removed: A");
  }

  @Test
  void between_minimums_breakInputsIfHigher() {
    assertThat(ledger(SERVICE, SERVICE.replace("\"min\": 1", "\"min\": 3")))
        .containsExactly("BREAKING: Add, input: the minimum of Text is now 3");
    assertThat(ledger(SERVICE, SERVICE.replace("\"min\": 1", "\"min\": 0"))).isEmpty();
  }

  @Test
  void between_wire_isNotBreaking() {
    String after =
        SERVICE
            .replace(
                "\"Id\": {\"shape\": \"Text\"}",
                "\"Id\": {\"shape\": \"Text\", \"locationName\": \"id\"}")
            .replace("\"protocol\": \"json\"", "\"protocol\": \"smithy-rpc-v2-cbor\"");
    assertThat(ledger(SERVICE, after))
        .containsExactly(
            "protocol changed from json to smithy-rpc-v2-cbor",
            "Add, output: Id is received differently: locationName changed from none to id");
  }

  @Test
  void between_errors_areReported() {
    assertThat(ledger(SERVICE, SERVICE.replace("\"Full\"", "\"Busy\"")))
        .containsExactly("Add: new error Busy", "Add: the error Full was removed");
  }

  @Test
  void between_partsAndEndpoints_areReported() {
    Path before = service("before", SERVICE);
    Path after = service("after", SERVICE);
    write(before, "ledger/2026-01-01/paginators-1.json", "{\"pagination\": {\"Get\": {\"a\": 1}}}");
    write(after, "ledger/2026-01-01/paginators-1.json", "{\"pagination\": {\"Get\": {\"a\": 2}}}");
    write(before, "ledger/2026-01-01/waiters-2.json", "{\"waiters\": {\"Old\": {}}}");
    write(after, "ledger/2026-01-01/waiters-2.json", "{\"waiters\": {\"New\": {}}}");
    write(after, "ledger/2026-01-01/endpoint-rule-set-1.json", "{\"rules\": []}");
    write(before, "endpoints.json", endpoints("\"r-1\": {}", "\"r-1\": {}, \"r-2\": {}"));
    write(
        after, "endpoints.json", endpoints("\"r-1\": {}, \"r-3\": {}", "\"r-1\": {}, \"r-3\": {}"));

    ModelChanges changes = changes(before, after);

    assertThat(text(changes.byService().get("ledger")))
        .containsExactly(
            "the paginator Get changed",
            "new waiter New",
            "BREAKING: the waiter Old was removed",
            "the endpoint rules changed");
    assertThat(text(changes.endpoints()))
        .containsExactly(
            "new region in the partition p: r-3",
            "new endpoint of ledger in the partition p: r-3",
            "BREAKING: removed endpoint of ledger in the partition p: r-2");
    assertThat(changes.breaking()).isEqualTo(2);
  }

  @Test
  void print_servicesAndTotals_areOnePerLine() {
    Path before = service("before", SERVICE);
    Path after = service("after", SERVICE.replace("\"Get\"", "\"Read\""));
    write(after, "other/2026-01-01/service-2.json", SERVICE);
    StringWriter text = new StringWriter();

    changes(before, after).print(new PrintWriter(text));

    assertThat(text.toString().lines())
        .containsExactly(
            "1 services before, 2 after; 2 changed; 1 changes may break a program",
            "",
            "ledger",
            "  new operation Read",
            "  BREAKING: the operation Get was removed",
            "",
            "other",
            "  new service with 2 operations");
  }

  @Test
  void between_removedService_breaks() {
    Path before = service("before", SERVICE);
    Path after = folder.resolve("after");
    write(after, "other/2026-01-01/service-2.json", SERVICE);
    assertThat(text(changes(before, after).byService().get("ledger")))
        .containsExactly("BREAKING: the service was removed");
  }

  private static String endpoints(String regions, String ofService) {
    return """
        {"partitions": [{"partition": "p", "regions": {%s},
          "services": {"ledger": {"endpoints": {%s}}}}]}
        """
        .formatted(regions, ofService);
  }

  private List<String> ledger(String before, String after) {
    List<Change> found = changes(before, after).byService().get("ledger");
    return found == null ? List.of() : text(found);
  }

  private static List<String> text(List<Change> changes) {
    return changes.stream().map(Change::toString).toList();
  }

  private ModelChanges changes(String before, String after) {
    return changes(service("before", before), service("after", after));
  }

  private static ModelChanges changes(Path before, Path after) {
    return ModelChanges.between(
        () -> ModelLoader.of(List.of(before)), () -> ModelLoader.of(List.of(after)));
  }

  private Path service(String name, String json) {
    Path data = folder.resolve(name);
    write(data, "ledger/2026-01-01/service-2.json", json);
    return data;
  }

  private static void write(Path data, String name, String text) {
    try {
      Path file = data.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
