//! The OpenAPI 3.1 description of the JSON interface, made from the same list as its routes.

use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathsBuilder};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ComponentsBuilder, Object, Schema, SchemaType, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Content, InfoBuilder, OpenApi, OpenApiBuilder, PathItem, Ref, RefOr, Required, ResponseBuilder, ServerBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use crate::model::urls;
use crate::web::api::error::ErrorBody;
use crate::web::api::routes::{ApiRoutes, Calling, Endpoint};
use crate::web::server::Server;

const SESSION: &str = "session";

type NamedSchema = (String, RefOr<Schema>);

/// What the API description says of one endpoint.
#[derive(Clone, Default)]
pub struct Description {
    summary: &'static str,
    body: Option<RefOr<Schema>>,
    answer: Option<RefOr<Schema>>,
    content_type: Option<&'static str>,
    query: Vec<(&'static str, Required)>,
    codes: Vec<(u16, &'static str)>,
    needs_session: bool,
    redirects: bool,
    schemas: Vec<NamedSchema>,
}

impl Description {
    /// What it does, in one sentence.
    pub fn new(summary: &'static str) -> Self {
        Self { summary, content_type: Some("application/json"), ..Self::default() }
    }

    fn remember<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        RefOr::Ref(Ref::from_schema_name(T::name()))
    }

    /// The body that it takes.
    #[must_use]
    pub fn takes<T: ToSchema>(mut self) -> Self {
        self.body = Some(self.remember::<T>());
        self
    }

    /// The body of a good answer.
    #[must_use]
    pub fn answers<T: ToSchema>(mut self) -> Self {
        self.answer = Some(self.remember::<T>());
        self
    }

    /// A good answer that is a list, or one of several things.
    #[must_use]
    pub fn answers_with<T: ToSchema>(mut self, shape: impl FnOnce(RefOr<Schema>) -> Schema) -> Self {
        let one = self.remember::<T>();
        self.answer = Some(RefOr::T(shape(one)));
        self
    }

    /// A good answer is a page.
    #[must_use]
    pub fn answers_html(mut self) -> Self {
        self.content_type = Some("text/html");
        self.answer = Some(RefOr::T(Schema::Object(Object::with_type(SchemaType::Type(Type::String)))));
        self
    }

    /// A parameter of the query.
    #[must_use]
    pub fn query(mut self, name: &'static str, required: Required) -> Self {
        self.query.push((name, required));
        self
    }

    /// An error that it may answer, with its status.
    #[must_use]
    pub fn fails(mut self, status: u16, codes: &[&'static str]) -> Self {
        self.codes.extend(codes.iter().map(|code| (status, *code)));
        self
    }

    /// Somebody must be signed in.
    #[must_use]
    pub fn needs_session(mut self) -> Self {
        self.needs_session = true;
        self.fails(401, &["UNAUTHORIZED"])
    }

    /// It may answer with a redirect.
    #[must_use]
    pub const fn redirects(mut self) -> Self {
        self.redirects = true;
        self
    }
}

fn operation(endpoint: &Endpoint) -> OperationBuilder {
    let Description { summary, body, answer, content_type, query, codes, needs_session, redirects, .. } =
        endpoint.description.clone();
    let identifier = endpoint.path.trim_start_matches('/').replace(['{', '}'], "").replace('/', "-");
    let posted = matches!(endpoint.calling, Calling::Post(_));
    let identifier = if posted { format!("post-{identifier}") } else { format!("get-{identifier}") };
    let mut operation = OperationBuilder::new().summary(Some(summary)).operation_id(Some(identifier));
    for name in endpoint.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
        operation = operation.parameter(parameter(name, ParameterIn::Path, Required::True));
    }
    for (name, required) in query {
        operation = operation.parameter(parameter(name, ParameterIn::Query, required));
    }
    if let (Calling::Post(media_types), Some(schema)) = (endpoint.calling, body) {
        let mut request = RequestBodyBuilder::new().required(Some(Required::True));
        for name in media_types.names() {
            request = request.content(*name, Content::new(Some(schema.clone())));
        }
        operation = operation.request_body(Some(request.build()));
    }
    if let (Some(schema), Some(content_type)) = (answer, content_type) {
        let response = ResponseBuilder::new().description("Done").content(content_type, Content::new(Some(schema)));
        operation = operation.response("200", response.build());
    }
    if redirects {
        operation = operation.response("302", ResponseBuilder::new().description("The browser goes on to the callback").build());
    }
    if needs_session {
        operation = operation.security(SecurityRequirement::new(SESSION, Vec::<String>::new()));
    }
    with_errors(operation, &codes)
}

fn parameter(name: &str, place: ParameterIn, required: Required) -> utoipa::openapi::path::Parameter {
    let text = Schema::Object(Object::with_type(SchemaType::Type(Type::String)));
    ParameterBuilder::new().name(name).parameter_in(place).required(required).schema(Some(text)).build()
}

fn with_errors(mut operation: OperationBuilder, codes: &[(u16, &'static str)]) -> OperationBuilder {
    let mut statuses: Vec<u16> = codes.iter().map(|(status, _)| *status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    let schema = || Content::new(Some(RefOr::<Schema>::Ref(Ref::from_schema_name(ErrorBody::name()))));
    for status in statuses {
        let named: Vec<&str> = codes.iter().filter(|(its, _)| *its == status).map(|(_, code)| *code).collect();
        let response = ResponseBuilder::new().description(named.join(", ")).content("application/json", schema());
        operation = operation.response(status.to_string(), response.build());
    }
    let other = ResponseBuilder::new().description("Any other error").content("application/json", schema());
    operation.response("default", other.build())
}

/// The description of all endpoints.
pub fn document(routes: &ApiRoutes, server: &Server) -> OpenApi {
    let mut paths = PathsBuilder::new();
    let mut components = ComponentsBuilder::new().schema(ErrorBody::name(), ErrorBody::schema());
    for endpoint in routes.endpoints() {
        let method = if matches!(endpoint.calling, Calling::Post(_)) { HttpMethod::Post } else { HttpMethod::Get };
        paths = paths.path(format!("{}{}", urls::API, endpoint.path), PathItem::new(method, operation(endpoint)));
        for (name, schema) in &endpoint.description.schemas {
            components = components.schema(name.clone(), schema.clone());
        }
    }
    let cookie = server.cookies.full(crate::web::session_cookies::SESSION_TOKEN);
    let scheme = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(cookie)));
    let info = InfoBuilder::new()
        .title("Vestibule")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some("The JSON interface for browsers and apps, in the wire format of Better Auth."));
    OpenApiBuilder::new()
        .info(info.build())
        .servers(Some([ServerBuilder::new().url(server.app.config.server.public_url.as_str()).build()]))
        .paths(paths)
        .components(Some(components.security_scheme(SESSION, scheme).build()))
        .build()
}
