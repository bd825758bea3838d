package io.boto4j.model.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionParserTest {
  private static final String TEXT =
      """
      service s3 2006-03-01
        do CreateBucket -> Bucket(Name=req:Bucket)
        many Buckets = ListBuckets -> Bucket(Name=resp:Buckets[].Name) @ Buckets[]

      type Bucket(Name) : Bucket
        load HeadBucket(Bucket=id.Name) @ @
        do Enable = PutVersioning(Bucket=id.Name, Config.Status='On, off', Days=3, All=true)
        do Size = GetSize(Bucket=id.Name) @ Size
        batch Delete = DeleteObjects(Delete.Objects[*].Key=id.Name)
        has Object -> Object(BucketName=id.Name, Key=?)
        many Versions = ListVersions(Bucket=id.Name) -> Object(BucketName=id.Name, Key=resp:[Versions,Markers]|[].Key) @ [Versions,Markers]|[]
        wait Exists = BucketExists(Bucket=id.Name)

      type Object(BucketName, Key~ObjectKey) -- ListVersions has them
        do Get = GetObject(Bucket=id.BucketName, Key=id.Key) -- the name says so
        has Owner -> Bucket(Name=data:Owner.Bucket)
      """;

  private final ResourceDefinitions parsed = ResourceDefinitions.parse("s3.txt", TEXT);

  @Test
  void parse_thenWrite_isTheSameText() {
    assertThat(parsed).hasToString(TEXT);
  }

  @Test
  void parse_comments_areLeftOut() {
    assertThat(ResourceDefinitions.parse("x", "# one\n\n" + TEXT + "  # two\n")).isEqualTo(parsed);
  }

  @Test
  void parse_type_hasItsParts() {
    ResourceType bucket = parsed.types().get("Bucket");
    ResourceCall enable = bucket.actions().get(0);
    assertThat(enable.name()).isEqualTo("Enable");
    assertThat(enable.operation()).isEqualTo("PutVersioning");
    assertThat(enable.parameters())
        .extracting(each -> each.source().value())
        .isEqualTo(List.of("Name", "On, off", 3L, true));
    assertThat(bucket.actions().get(1).path()).isEqualTo("Size");
    assertThat(bucket.collections().get(0).result().identifiers()).hasSize(2);
    assertThat(bucket.isDerived()).isFalse();
  }

  @Test
  void parse_reason_marksDerivedTypes() {
    ResourceType object = parsed.types().get("Object");
    assertThat(object.isDerived()).isTrue();
    assertThat(object.reason()).isEqualTo("ListVersions has them");
    assertThat(object.identifiers())
        .containsExactly(new Identifier("BucketName", null), new Identifier("Key", "ObjectKey"));
    assertThat(object.links().get(0).isReference()).isTrue();
  }

  @Test
  void with_further_replacesTypesAndAddsToTheService() {
    ResourceDefinitions more =
        ResourceDefinitions.parse(
            "mine.txt", "service s3 2006-03-01\n  do Other\ntype Bucket(Id)\ntype New(Id)\n");
    ResourceDefinitions both = parsed.with(more);
    assertThat(both.types().keySet()).containsExactly("Bucket", "Object", "New");
    assertThat(both.types().get("Bucket").actions()).isEmpty();
    assertThat(both.root().actions())
        .extracting(ResourceCall::name)
        .containsExactly("CreateBucket", "Other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type A(Id)                          | 1: the first line must be \"service NAME VERSION\"",
        "service a 1;service b 2             | 2: a file describes one service, in its first line",
        "service a 1;see X                   | 2: unknown keyword see; known are service, type, load, do, batch, has, many, wait",
        "service a 1;type A(Id);type A(Id)   | 3: the type A is defined twice",
        "service a 1;do X(A)                 | 2: \"Target=source\" is expected instead of \"A\"",
        "service a 1;do X(A=b)               | 2: unknown source \"b\"; id.NAME, data:PATH, resp:PATH, req:PATH, 'text', a number, true, false or ? is expected",
        "service a 1;do X(A=id.B             | 2: \")\" is missing",
        "service a 1;do X() more             | 2: unexpected \"more\"",
        "service a 1;many X                  | 2: the collection X has no \"-> Type(…)\"",
        "service a 1;has X                   | 2: \"-> Type(…)\" is expected after X",
        "service a 1;do                      | 2: a name is expected instead of \"\"",
        "service a                           | 1: the line ends too early: service a",
        "#                                   | 1: there is no line \"service NAME VERSION\""
      },
      quoteCharacter = '`')
  void parse_malformed_namesTheLine(String text, String problem) {
    assertThatThrownBy(() -> ResourceDefinitions.parse("my.txt", text.replace(';', '\n')))
        .isInstanceOf(ModelException.class)
        .hasMessage("Malformed resource definition: my.txt:" + problem);
  }
}
