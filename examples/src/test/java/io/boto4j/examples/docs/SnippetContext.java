package io.boto4j.examples.docs;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.s3.S3Transfer;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.Map;

/**
 * The variables that the pages use without declaring them. Snippets are compiled and never run, so
 * none has a value. The check knows the services of the clients.
 */
public abstract class SnippetContext {
  protected Session session;

  @Service("bedrock-runtime")
  protected Client bedrock;

  @Service("dynamodb")
  protected Client dynamodb;

  @Service("ec2")
  protected Client ec2;

  @Service("iam")
  protected Client iam;

  @Service("kms")
  protected Client kms;

  @Service("lambda")
  protected Client lambda;

  @Service("polly")
  protected Client polly;

  @Service("rds")
  protected Client rds;

  @Service("s3")
  protected Client s3;

  protected S3Transfer s3t;

  @Service("sqs")
  protected Client sqs;

  protected Table users;
  protected Table orders;

  protected Response response;
  protected Params params;
  protected Map<String, Object> item;
  protected Map<String, Object> key;
  protected List<Map<String, Object>> statements;

  protected String id;
  protected String email;
  protected String url;

  protected void codeUnderTest(Client client) {}

  protected void codeUnderTest(Session session) {}
}
