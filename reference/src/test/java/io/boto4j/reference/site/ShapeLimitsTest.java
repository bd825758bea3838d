package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.Member;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.Limits;
import org.junit.jupiter.api.Test;

final class ShapeLimitsTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  @Test
  void limits_ofText_areCharactersAndPattern() {
    Limits limits = limits("iam", "CreateUserRequest", "UserName");
    assertThat(limits.sizes()).containsExactly("1–64 characters");
    assertThat(limits.pattern()).isEqualTo("[\\w+=,.@-]+");
  }

  @Test
  void limits_ofList_areElements() {
    Limits limits = limits("dynamodb", "CreateTableInput", "KeySchema");
    assertThat(limits.sizes()).containsExactly("at least 1 element");
  }

  @Test
  void limits_ofNumber_haveNoUnit() {
    assertThat(limits("dynamodb", "ListTablesInput", "Limit").sizes()).containsExactly("1–100");
  }

  @Test
  void limits_ofEnumeration_areValues() {
    Limits limits = limits("dynamodb", "CreateTableInput", "BillingMode");
    assertThat(limits.values()).containsExactly("PROVISIONED", "PAY_PER_REQUEST");
    assertThat(limits.more()).isZero();
  }

  @Test
  void limits_ofLongEnumeration_leadToThePageWithTheRest() {
    Limits limits = limits("ec2", "RunInstancesRequest", "InstanceType");
    assertThat(limits.values()).hasSize(16);
    assertThat(limits.more()).isGreaterThan(500);
    assertThat(limits.href()).isEqualTo("../shapes/InstanceType.html");
  }

  private static Limits limits(String service, String shape, String name) {
    ServiceModel model = MODELS.find(service);
    assertThat(model).isNotNull();
    StructureShape structure = (StructureShape) model.findShape(shape);
    assertThat(structure).isNotNull();
    Member member = structure.member(name);
    assertThat(member).isNotNull();
    return ShapeLimits.of(member, "../");
  }
}
