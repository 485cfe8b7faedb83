/// The elements of the FHIR R4 resources that are read, one line a type, in a notation of its own.
///
/// `name` at most one, `name*` a list, `!` needed; behind the colon the type, or the types of a choice `value[x]`; in brackets
/// the codes of a required binding. Every type also has `id` and `extension`, a resource the elements of every resource.
/// Source: HL7 FHIR R4 (4.0.1), hl7.org/fhir/R4, public domain (CC0).
enum FHIRShapes {
    static let resources = """
        Bundle | identifier:Identifier type!:code(document,message,transaction,transaction-response,batch,batch-response,history,searchset,collection) timestamp:instant total:unsignedInt link*:Bundle.link entry*:Bundle.entry signature:Signature
        Bundle.link | relation!:string url!:uri
        Bundle.entry | link*:Bundle.link fullUrl:uri resource:Resource search:Bundle.entry.search request:Bundle.entry.request response:Bundle.entry.response
        Bundle.entry.search | mode:code(match,include,outcome) score:decimal
        Bundle.entry.request | method!:code(GET,HEAD,POST,PUT,DELETE,PATCH) url!:uri ifNoneMatch:string ifModifiedSince:instant ifMatch:string ifNoneExist:string
        Bundle.entry.response | status!:string location:uri etag:string lastModified:instant outcome:Resource
        Composition | identifier:Identifier status!:code(preliminary,final,amended,entered-in-error) type!:CodeableConcept category*:CodeableConcept subject:Reference encounter:Reference date!:dateTime author*!:Reference title!:string confidentiality:code attester*:Composition.attester custodian:Reference relatesTo*:Composition.relatesTo event*:Composition.event section*:Composition.section
        Composition.attester | mode!:code(personal,professional,legal,official) time:dateTime party:Reference
        Composition.relatesTo | code!:code(replaces,transforms,signs,appends) target[x]!:Identifier,Reference
        Composition.event | code*:CodeableConcept period:Period detail*:Reference
        Composition.section | title:string code:CodeableConcept author*:Reference focus:Reference text:Narrative mode:code(working,snapshot,changes) orderedBy:CodeableConcept entry*:Reference emptyReason:CodeableConcept section*:Composition.section
        Patient | identifier*:Identifier active:boolean name*:HumanName telecom*:ContactPoint gender:code(male,female,other,unknown) birthDate:date deceased[x]:boolean,dateTime address*:Address maritalStatus:CodeableConcept multipleBirth[x]:boolean,integer photo*:Attachment contact*:Patient.contact communication*:Patient.communication generalPractitioner*:Reference managingOrganization:Reference link*:Patient.link
        Patient.contact | relationship*:CodeableConcept name:HumanName telecom*:ContactPoint address:Address gender:code(male,female,other,unknown) organization:Reference period:Period
        Patient.communication | language!:CodeableConcept preferred:boolean
        Patient.link | other!:Reference type!:code(replaced-by,replaces,refer,seealso)
        Organization | identifier*:Identifier active:boolean type*:CodeableConcept name:string alias*:string telecom*:ContactPoint address*:Address partOf:Reference contact*:Organization.contact endpoint*:Reference
        Organization.contact | purpose:CodeableConcept name:HumanName telecom*:ContactPoint address:Address
        Encounter | identifier*:Identifier status!:code(planned,arrived,triaged,in-progress,onleave,finished,cancelled,entered-in-error,unknown) statusHistory*:Encounter.statusHistory class!:Coding classHistory*:Encounter.classHistory type*:CodeableConcept serviceType:CodeableConcept priority:CodeableConcept subject:Reference episodeOfCare*:Reference basedOn*:Reference participant*:Encounter.participant appointment*:Reference period:Period length:Duration reasonCode*:CodeableConcept reasonReference*:Reference diagnosis*:Encounter.diagnosis account*:Reference hospitalization:Encounter.hospitalization location*:Encounter.location serviceProvider:Reference partOf:Reference
        Encounter.statusHistory | status!:code(planned,arrived,triaged,in-progress,onleave,finished,cancelled,entered-in-error,unknown) period!:Period
        Encounter.classHistory | class!:Coding period!:Period
        Encounter.participant | type*:CodeableConcept period:Period individual:Reference
        Encounter.diagnosis | condition!:Reference use:CodeableConcept rank:positiveInt
        Encounter.hospitalization | preAdmissionIdentifier:Identifier origin:Reference admitSource:CodeableConcept reAdmission:CodeableConcept dietPreference*:CodeableConcept specialCourtesy*:CodeableConcept specialArrangement*:CodeableConcept destination:Reference dischargeDisposition:CodeableConcept
        Encounter.location | location!:Reference status:code(planned,active,reserved,completed) physicalType:CodeableConcept period:Period
        EpisodeOfCare | identifier*:Identifier status!:code(planned,waitlist,active,onhold,finished,cancelled,entered-in-error) statusHistory*:EpisodeOfCare.statusHistory type*:CodeableConcept diagnosis*:EpisodeOfCare.diagnosis patient!:Reference managingOrganization:Reference period:Period referralRequest*:Reference careManager:Reference team*:Reference account*:Reference
        EpisodeOfCare.statusHistory | status!:code(planned,waitlist,active,onhold,finished,cancelled,entered-in-error) period!:Period
        EpisodeOfCare.diagnosis | condition!:Reference role:CodeableConcept rank:positiveInt
        Observation | identifier*:Identifier basedOn*:Reference partOf*:Reference status!:code(registered,preliminary,final,amended,corrected,cancelled,entered-in-error,unknown) category*:CodeableConcept code!:CodeableConcept subject:Reference focus*:Reference encounter:Reference effective[x]:dateTime,Period,Timing,instant issued:instant performer*:Reference value[x]:Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period dataAbsentReason:CodeableConcept interpretation*:CodeableConcept note*:Annotation bodySite:CodeableConcept method:CodeableConcept specimen:Reference device:Reference referenceRange*:Observation.referenceRange hasMember*:Reference derivedFrom*:Reference component*:Observation.component
        Observation.referenceRange | low:Quantity high:Quantity type:CodeableConcept appliesTo*:CodeableConcept age:Range text:string
        Observation.component | code!:CodeableConcept value[x]:Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period dataAbsentReason:CodeableConcept interpretation*:CodeableConcept referenceRange*:Observation.referenceRange
        Immunization | identifier*:Identifier status!:code(completed,entered-in-error,not-done) statusReason:CodeableConcept vaccineCode!:CodeableConcept patient!:Reference encounter:Reference occurrence[x]!:dateTime,string recorded:dateTime primarySource:boolean reportOrigin:CodeableConcept location:Reference manufacturer:Reference lotNumber:string expirationDate:date site:CodeableConcept route:CodeableConcept doseQuantity:Quantity performer*:Immunization.performer note*:Annotation reasonCode*:CodeableConcept reasonReference*:Reference isSubpotent:boolean subpotentReason*:CodeableConcept education*:Immunization.education programEligibility*:CodeableConcept fundingSource:CodeableConcept reaction*:Immunization.reaction protocolApplied*:Immunization.protocolApplied
        Immunization.performer | function:CodeableConcept actor!:Reference
        Immunization.education | documentType:string reference:uri publicationDate:dateTime presentationDate:dateTime
        Immunization.reaction | date:dateTime detail:Reference reported:boolean
        Immunization.protocolApplied | series:string authority:Reference targetDisease*:CodeableConcept doseNumber[x]!:positiveInt,string seriesDoses[x]:positiveInt,string
        Procedure | identifier*:Identifier instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference partOf*:Reference status!:code(preparation,in-progress,not-done,on-hold,stopped,completed,entered-in-error,unknown) statusReason:CodeableConcept category:CodeableConcept code:CodeableConcept subject!:Reference encounter:Reference performed[x]:dateTime,Period,string,Age,Range recorder:Reference asserter:Reference performer*:Procedure.performer location:Reference reasonCode*:CodeableConcept reasonReference*:Reference bodySite*:CodeableConcept outcome:CodeableConcept report*:Reference complication*:CodeableConcept complicationDetail*:Reference followUp*:CodeableConcept note*:Annotation focalDevice*:Procedure.focalDevice usedReference*:Reference usedCode*:CodeableConcept
        Procedure.performer | function:CodeableConcept actor!:Reference onBehalfOf:Reference
        Procedure.focalDevice | action:CodeableConcept manipulated!:Reference
        MedicationAdministration | identifier*:Identifier instantiates*:uri partOf*:Reference status!:code(in-progress,not-done,on-hold,completed,entered-in-error,stopped,unknown) statusReason*:CodeableConcept category:CodeableConcept medication[x]!:CodeableConcept,Reference subject!:Reference context:Reference supportingInformation*:Reference effective[x]!:dateTime,Period performer*:MedicationAdministration.performer reasonCode*:CodeableConcept reasonReference*:Reference request:Reference device*:Reference note*:Annotation dosage:MedicationAdministration.dosage eventHistory*:Reference
        MedicationAdministration.performer | function:CodeableConcept actor!:Reference
        MedicationAdministration.dosage | text:string site:CodeableConcept route:CodeableConcept method:CodeableConcept dose:Quantity rate[x]:Ratio,Quantity
        Condition | identifier*:Identifier clinicalStatus:CodeableConcept verificationStatus:CodeableConcept category*:CodeableConcept severity:CodeableConcept code:CodeableConcept bodySite*:CodeableConcept subject!:Reference encounter:Reference onset[x]:dateTime,Age,Period,Range,string abatement[x]:dateTime,Age,Period,Range,string recordedDate:dateTime recorder:Reference asserter:Reference stage*:Condition.stage evidence*:Condition.evidence note*:Annotation
        Condition.stage | summary:CodeableConcept assessment*:Reference type:CodeableConcept
        Condition.evidence | code*:CodeableConcept detail*:Reference
        Goal | identifier*:Identifier lifecycleStatus!:code(proposed,planned,accepted,active,on-hold,completed,cancelled,entered-in-error,rejected) achievementStatus:CodeableConcept category*:CodeableConcept priority:CodeableConcept description!:CodeableConcept subject!:Reference start[x]:date,CodeableConcept target*:Goal.target statusDate:date statusReason:string expressedBy:Reference addresses*:Reference note*:Annotation outcomeCode*:CodeableConcept outcomeReference*:Reference
        Goal.target | measure:CodeableConcept detail[x]:Quantity,Range,CodeableConcept,string,boolean,integer,Ratio due[x]:date,Duration
        CarePlan | identifier*:Identifier instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference replaces*:Reference partOf*:Reference status!:code(draft,active,on-hold,revoked,completed,entered-in-error,unknown) intent!:code(proposal,plan,order,option) category*:CodeableConcept title:string description:string subject!:Reference encounter:Reference period:Period created:dateTime author:Reference contributor*:Reference careTeam*:Reference addresses*:Reference supportingInfo*:Reference goal*:Reference activity*:CarePlan.activity note*:Annotation
        CarePlan.activity | outcomeCodeableConcept*:CodeableConcept outcomeReference*:Reference progress*:Annotation reference:Reference detail:CarePlan.activity.detail
        CarePlan.activity.detail | kind:code(Appointment,CommunicationRequest,DeviceRequest,MedicationRequest,NutritionOrder,Task,ServiceRequest,VisionPrescription) instantiatesCanonical*:canonical instantiatesUri*:uri code:CodeableConcept reasonCode*:CodeableConcept reasonReference*:Reference goal*:Reference status!:code(not-started,scheduled,in-progress,on-hold,completed,cancelled,stopped,unknown,entered-in-error) statusReason:CodeableConcept doNotPerform:boolean scheduled[x]:Timing,Period,string location:Reference performer*:Reference product[x]:CodeableConcept,Reference dailyAmount:Quantity quantity:Quantity description:string
        Communication | identifier*:Identifier instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference partOf*:Reference inResponseTo*:Reference status!:code(preparation,in-progress,not-done,on-hold,stopped,completed,entered-in-error,unknown) statusReason:CodeableConcept category*:CodeableConcept priority:code(routine,urgent,asap,stat) medium*:CodeableConcept subject:Reference topic:CodeableConcept about*:Reference encounter:Reference sent:dateTime received:dateTime recipient*:Reference sender:Reference reasonCode*:CodeableConcept reasonReference*:Reference payload*:Communication.payload note*:Annotation
        Communication.payload | content[x]!:string,Attachment,Reference
        Consent | identifier*:Identifier status!:code(draft,proposed,active,rejected,inactive,entered-in-error) scope!:CodeableConcept category*!:CodeableConcept patient:Reference dateTime:dateTime performer*:Reference organization*:Reference source[x]:Attachment,Reference policy*:Consent.policy policyRule:CodeableConcept verification*:Consent.verification provision:Consent.provision
        Consent.policy | authority:uri uri:uri
        Consent.verification | verified!:boolean verifiedWith:Reference verificationDate:dateTime
        Consent.provision | type:code(deny,permit) period:Period actor*:Consent.provision.actor action*:CodeableConcept securityLabel*:Coding purpose*:Coding class*:Coding code*:CodeableConcept dataPeriod:Period data*:Consent.provision.data provision*:Consent.provision
        Consent.provision.actor | role!:CodeableConcept reference!:Reference
        Consent.provision.data | meaning!:code(instance,related,dependents,authoredby) reference!:Reference
        Provenance | target*!:Reference occurred[x]:Period,dateTime recorded!:instant policy*:uri location:Reference reason*:CodeableConcept activity:CodeableConcept agent*!:Provenance.agent entity*:Provenance.entity signature*:Signature
        Provenance.agent | type:CodeableConcept role*:CodeableConcept who!:Reference onBehalfOf:Reference
        Provenance.entity | role!:code(derivation,revision,quotation,source,removal) what!:Reference agent*:Provenance.agent
        Basic | identifier*:Identifier code!:CodeableConcept subject:Reference created:date author:Reference
        """

    static let types = """
        CodeableConcept | coding*:Coding text:string
        Coding | system:uri version:string code:code display:string userSelected:boolean
        Quantity | value:decimal comparator:code(<,<=,>=,>) unit:string system:uri code:code
        Age | value:decimal comparator:code(<,<=,>=,>) unit:string system:uri code:code
        Duration | value:decimal comparator:code(<,<=,>=,>) unit:string system:uri code:code
        Range | low:Quantity high:Quantity
        Ratio | numerator:Quantity denominator:Quantity
        Period | start:dateTime end:dateTime
        Reference | reference:string type:uri identifier:Identifier display:string
        Identifier | use:code(usual,official,temp,secondary,old) type:CodeableConcept system:uri value:string period:Period assigner:Reference
        HumanName | use:code(usual,official,temp,nickname,anonymous,old,maiden) text:string family:string given*:string prefix*:string suffix*:string period:Period
        Address | use:code(home,work,temp,old,billing) type:code(postal,physical,both) text:string line*:string city:string district:string state:string postalCode:string country:string period:Period
        ContactPoint | system:code(phone,fax,email,pager,url,sms,other) value:string use:code(home,work,temp,old,mobile) rank:positiveInt period:Period
        Annotation | author[x]:Reference,string time:dateTime text!:markdown
        Narrative | status!:code(generated,extensions,additional,empty) div!:xhtml
        Meta | versionId:id lastUpdated:instant source:uri profile*:canonical security*:Coding tag*:Coding
        Attachment | contentType:code language:code data:base64Binary url:url size:unsignedInt hash:base64Binary title:string creation:dateTime
        Timing | event*:dateTime repeat:Timing.repeat code:CodeableConcept
        Timing.repeat | bounds[x]:Duration,Range,Period count:positiveInt countMax:positiveInt duration:decimal durationMax:decimal durationUnit:code(s,min,h,d,wk,mo,a) frequency:positiveInt frequencyMax:positiveInt period:decimal periodMax:decimal periodUnit:code(s,min,h,d,wk,mo,a) dayOfWeek*:code(mon,tue,wed,thu,fri,sat,sun) timeOfDay*:time when*:code offset:unsignedInt
        Signature | type*!:Coding when!:instant who!:Reference onBehalfOf:Reference targetFormat:code sigFormat:code data:base64Binary
        SampledData | origin!:Quantity period!:decimal factor:decimal lowerLimit:decimal upperLimit:decimal dimensions!:positiveInt data:string
        Extension | url!:uri value[x]:base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,Duration,HumanName,Identifier,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,Timing,Meta
        """

    /// What every resource has besides its own elements.
    static let ofEveryResource =
        "implicitRules:uri language:code meta:Meta text:Narrative contained*:Resource modifierExtension*:Extension"
}
