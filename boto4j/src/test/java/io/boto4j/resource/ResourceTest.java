package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.error.ResourceLoadException;
import io.boto4j.error.ResourceNotFoundException;
import io.boto4j.error.ServiceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Identity, data, actions, links and waiters of resources, on stubbed clients. */
final class ResourceTest {
  private static final String ARN = "arn:aws:iam::123456789012:user/ada";
  private static final String ID = "AIDAEXAMPLEEXAMPLE";
  private static final Map<String, Object> USER =
      Map.of("Arn", ARN, "UserName", "ada", "UserId", ID, "Path", "/", "CreateDate", 0);

  private final Calls iam = new Calls("iam");
  private final Calls s3 = new Calls("s3");
  private final Calls ec2 = new Calls("ec2");

  private Resource instance() {
    return ec2.root().resource("Instance", "i-1");
  }

  private static Map<String, Object> instances(String name, Object value) {
    return Map.of("Reservations", List.of(Map.of("Instances", List.of(Map.of(name, value)))));
  }

  @Test
  void resource_created_makesNoCall() {
    Resource object = s3.root().resource("Bucket", "b").resource("Object", "k");

    assertThat(object).hasToString("s3.Object(bucket_name='b', key='k')");
    assertThat(object.identifiers()).isEqualTo(Map.of("bucket_name", "b", "key", "k"));
    assertThat(object.service() + " " + object.type()).isEqualTo("s3 Object");
    assertThat(object.get("Key")).isEqualTo("k");
    assertThat(s3.made()).isEmpty();
  }

  @Test
  void equals_sameTypeAndIdentifiers_evenOfOtherClients() {
    Resource object = s3.root().resource("Object", "b", "k");
    Set<Resource> all = new HashSet<>(List.of(object));
    all.add(new Calls("s3").root().resource("Object", Map.of("key", "k", "BucketName", "b")));
    all.add(s3.root().resource("ObjectSummary", "b", "k"));
    all.add(s3.root().resource("Object", "b", "other"));

    assertThat(all).hasSize(3);
    assertThat(s3.root()).isEqualTo(new Calls("s3").root()).isNotEqualTo(ec2.root());
  }

  @Test
  void attribute_first_loadsOnce() {
    iam.answer("GetUser", Map.of("User", USER));
    Resource user = iam.root().resource("User", "ada");

    assertThat(user.isLoaded()).isFalse();
    assertThat(user.text("user_id")).isEqualTo(ID);
    assertThat(user.text("Path")).isEqualTo("/");
    assertThat(user.instant("create_date")).hasToString("1970-01-01T00:00:00Z");
    assertThat(user.get("PasswordLastUsed")).isNull();
    assertThat(user.structures("tags")).isEmpty();
    assertThat(iam.made()).containsExactly("GetUser{UserName=ada}");
  }

  @Test
  void attribute_thatIsAnIdentifier_makesNoCall() {
    assertThat(iam.root().resource("User", "ada").text("user_name")).isEqualTo("ada");
    assertThat(iam.made()).isEmpty();
  }

  @Test
  void attribute_withTheNameThatBoto3Uses_isFound() {
    iam.answer(
        "GetInstanceProfile",
        Map.of(
            "InstanceProfile",
            Map.of(
                "Path",
                "/",
                "InstanceProfileName",
                "p",
                "InstanceProfileId",
                ID,
                "Arn",
                ARN,
                "CreateDate",
                0,
                "Roles",
                List.of(
                    Map.of(
                        "Path",
                        "/",
                        "RoleName",
                        "r",
                        "RoleId",
                        ID,
                        "Arn",
                        ARN,
                        "CreateDate",
                        0)))));
    Resource profile = iam.root().resource("InstanceProfile", "p");

    assertThat(profile.structures("roles_attribute")).hasSize(1);
    assertThat(profile.references("roles")).hasToString("[iam.Role(name='r')]");
    assertThat(profile.references("roles").get(0).text("role_id")).isEqualTo(ID);
    assertThat(iam.made()).hasSize(1);
  }

  @Test
  void action_ofItself_discardsTheData() {
    iam.answer("GetUser", Map.of("User", USER)).answer("DeleteUser", Map.of());
    Resource user = iam.root().resource("User", "ada").load();

    Object response = user.action("delete");

    assertThat(response).isInstanceOf(Response.class);
    assertThat(user.isLoaded()).isFalse();
    assertThat(iam.made()).containsExactly("GetUser{UserName=ada}", "DeleteUser{UserName=ada}");
  }

  @Test
  void action_withResource_returnsItWithData() {
    iam.answer("CreateUser", Map.of("User", USER));

    Resource user = iam.root().run("create_user", Params.of("UserName", "ada")).resource();

    assertThat(user).hasToString("iam.User(name='ada')");
    assertThat(user.text("arn")).isEqualTo(ARN);
    assertThat(iam.made()).hasSize(1);
  }

  @Test
  void action_thatIsBrokenInBoto3_returnsTheCertificate() {
    iam.answer(
        "UploadSigningCertificate",
        Map.of(
            "Certificate",
            Map.of(
                "UserName",
                "ada",
                "CertificateId",
                "CERTIFICATEEXAMPLEEXAMPLE",
                "CertificateBody",
                "b",
                "Status",
                "Active")));

    assertThat(iam.root().action("create_signing_certificate", Map.of("CertificateBody", "b")))
        .hasToString("iam.SigningCertificate(user_name='ada', id='CERTIFICATEEXAMPLEEXAMPLE')");
  }

  @Test
  void action_withoutResults_returnsAnEmptyList() {
    Calls sqs = new Calls("sqs").answer("ReceiveMessage", Map.of());

    assertThat(sqs.root().resource("Queue", "u").run("receive_messages").resources()).isEmpty();
  }

  @Test
  void action_mapsOfTheCaller_areMergedAndOtherValuesReplaced() {
    s3.answer("PutBucketVersioning", Map.of());
    s3.root()
        .resource("BucketVersioning", "b")
        .action("enable", Map.of("VersioningConfiguration", Map.of("MFADelete", "Disabled")));
    Calls sqs = new Calls("sqs").answer("GetQueueAttributes", Map.of());
    sqs.root().resource("Queue", "u").load(Map.of("AttributeNames", List.of("QueueArn")));

    assertThat(s3.made())
        .containsExactly(
            "PutBucketVersioning{Bucket=b,"
                + " VersioningConfiguration={Status=Enabled, MFADelete=Disabled}}");
    assertThat(sqs.made())
        .containsExactly("GetQueueAttributes{QueueUrl=u, AttributeNames=[QueueArn]}");
  }

  @Test
  void action_constantsInLists_arePutInPlace() {
    ec2.answer("DescribeTags", Map.of("Tags", List.of(Map.of("ResourceId", "i-1"))));

    ec2.root().resource("Tag", "i-1", "a", "b").load();

    assertThat(ec2.made())
        .containsExactly(
            "DescribeTags{Filters=["
                + "{Name=resource-id, Values=[i-1]}, {Name=key, Values=[a]}, {Name=value, Values=[b]}]}");
  }

  @Test
  void actionResult_otherTypes_areRefused() {
    iam.answer("DeleteUser", Map.of());
    ActionResult result = iam.root().resource("User", "ada").run("delete");

    assertThatThrownBy(result::resource)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The result of the action is a response, not a Resource");
    assertThatThrownBy(result::resources).hasMessageEndingWith(", not resources");
  }

  @Test
  void load_nothingInTheResponse_isNotFound() {
    ec2.answer("DescribeTags", Map.of()).answer("DescribeTags", Map.of());
    Resource tag = ec2.root().resource("Tag", "i-1", "a", "b");

    assertThatThrownBy(() -> tag.text("resource_type"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessage(
            "ec2.Tag(resource_id='i-1', key='a', value='b') does not exist: it is not in"
                + " the response of DescribeTags");
    assertThat(tag.exists()).isFalse();
  }

  @Test
  void exists_errorsOfTheService_areDistinguished() {
    iam.fail("GetUser", "NoSuchEntity", 404).fail("GetUser", "AccessDenied", 403);
    Resource user = iam.root().resource("User", "ada");

    assertThat(user.exists()).isFalse();
    assertThatThrownBy(user::exists).isInstanceOf(ServiceException.class);
  }

  @Test
  void load_ofATypeWithoutOperation_isAnError() {
    Resource message = new Calls("sqs").root().resource("Message", "u", "handle");

    assertThatThrownBy(() -> message.text("body"))
        .isInstanceOf(ResourceLoadException.class)
        .hasMessage("sqs.Message has no load method");
    assertThatThrownBy(message::reload).isInstanceOf(ResourceLoadException.class);
  }

  @Test
  void reference_inTheData_isLoadedFirst() {
    ec2.answer("DescribeInstances", instances("VpcId", "vpc-1"));

    assertThat(instance().reference("vpc")).hasToString("Optional[ec2.Vpc(id='vpc-1')]");
    assertThat(ec2.made()).containsExactly("DescribeInstances{InstanceIds=[i-1]}");
  }

  @Test
  void reference_missingInTheData_isEmpty() {
    ec2.answer("DescribeInstances", instances("InstanceId", "i-1"));
    Resource instance = instance().load();

    assertThat(instance.reference("subnet")).isEmpty();
    assertThat(instance.references("network_interfaces")).isEmpty();
  }

  @Test
  void waitUntil_reached_keepsTheDataOfTheLastResponse() {
    ec2.answer("DescribeInstances", instances("State", Map.of("Name", "pending")))
        .answer("DescribeInstances", instances("State", Map.of("Name", "running")));

    Resource instance = instance().waitUntil("running", w -> w.delay(Duration.ofMillis(1)));

    assertThat(instance.text("state", "Name")).isEqualTo("running");
    assertThat(ec2.made()).hasSize(2);
  }

  @Test
  void waitUntil_withBoto3sName_isTheSame() {
    s3.answer("HeadBucket", Map.of());

    s3.root().resource("Bucket", "b").waitUntil("wait_until_exists");

    assertThat(s3.made()).containsExactly("HeadBucket{Bucket=b}");
  }

  @Test
  void bucket_thatIsNotListed_mayBelongToSomeoneElse() {
    s3.answer("ListBuckets", Map.of("Buckets", List.of(Map.of("Name", "mine"))))
        .answer("HeadBucket", Map.of())
        .fail("ListBuckets", "AccessDenied", 403)
        .fail("HeadBucket", "404", 404);
    Resource bucket = s3.root().resource("Bucket", "other");

    assertThat(bucket.exists()).isTrue();
    assertThat(bucket.get("creation_date")).isNull();
    assertThat(bucket.exists()).isFalse();
  }

  @Test
  void objectSummary_loaded_hasTheSize() {
    s3.answer("HeadObject", Map.of("ContentLength", 5L, "ETag", "e"));

    Resource summary = s3.root().resource("ObjectSummary", "b", "k");

    assertThat(summary.longInteger("size")).isEqualTo(5);
    assertThat(summary.text("e_tag")).isEqualTo("e");
  }

  @Test
  void createTags_ofEc2_returnsATagPerResourceAndTag() {
    ec2.answer("CreateTags", Map.of());

    Object tags =
        ec2.root()
            .action(
                "create_tags",
                Map.of(
                    "Resources",
                    List.of("i-1", "i-2"),
                    "Tags",
                    List.of(Map.of("Key", "a", "Value", "b"))));

    assertThat(tags)
        .hasToString(
            "[ec2.Tag(resource_id='i-1', key='a', value='b'),"
                + " ec2.Tag(resource_id='i-2', key='a', value='b')]");
  }

  @Test
  void deleteTags_ofAnInstance_namesTheInstance() {
    ec2.answer("DeleteTags", Map.of());

    instance().action("delete_tags", Map.of("Tags", List.of(Map.of("Key", "a"))));

    assertThat(ec2.made()).containsExactly("DeleteTags{Tags=[{Key=a}], Resources=[i-1]}");
  }

  @Test
  void meta_isThatOfBoto3() {
    Resource object = s3.root().resource("Object", "b", "k");

    assertThat(object.meta()).hasToString("ResourceMeta('s3', identifiers=[bucket_name, key])");
    assertThat(object.meta().data()).isNull();
    assertThat(object.meta().client()).isSameAs(object.client());
  }

  @Test
  void descriptions_listWhatThereIs() {
    Resource bucket = s3.root().resource("Bucket", "b");

    assertThat(bucket.subResources()).contains("Object", "Acl").isSorted();
    assertThat(bucket.actions())
        .containsExactly(
            "copy",
            "create",
            "delete",
            "delete_objects",
            "download_file",
            "download_fileobj",
            "put_object",
            "upload_file",
            "upload_fileobj");
    assertThat(bucket.collections())
        .containsExactly("multipart_uploads", "object_versions", "objects");
    assertThat(bucket.waiters()).containsExactly("exists", "not_exists");
    assertThat(instance().referenceNames()).contains("vpc", "network_interfaces");
    assertThat(bucket.attributes()).contains("creation_date");
    assertThat(bucket.explain())
        .startsWith("s3.Bucket\n")
        .contains("    put_object      PutObject(Bucket=id.Name) -> Object(BucketName=id.Name,");
  }

  @Test
  void session_resources_haveTheUserAgentOfBoto3() {
    Session session = Session.builder().region("eu-west-1").environment(Map.of()).build();

    assertThat(session.resource("s3").client().config().userAgentExtra()).isEqualTo("Resource");
    assertThat(
            session
                .resource("s3", c -> c.userAgentExtra("mine"))
                .client()
                .config()
                .userAgentExtra())
        .isEqualTo("mine");
    assertThat(session.availableResources())
        .contains(
            "cloudformation",
            "cloudwatch",
            "dynamodb",
            "ec2",
            "glacier",
            "iam",
            "s3",
            "sns",
            "sqs");
  }
}
