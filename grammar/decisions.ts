/** By which tokens the rules of the parser decide how to go on: generated from them by test/grammar/decisions.test.ts. */
export const decisions = `
1048833 unitClause Alternation 1: Star | Slash
1049344 unitClause Repetition 0: Star, Slash
1052928 unitFactor Alternation 0: UnitName | NumberText
1053184 unitFactor Option 0: Caret, DoubleStar
1057025 unitPower Alternation 1: Caret | DoubleStar
1057026 unitPower Alternation 2: Minus, NumberText | OpenParen
1057280 unitPower Option 0: Slash
1061376 signedNumber Option 0: Minus
1065216 expression Alternation 0: IfWord | Minus, Plus, NotWord, NumberText, UnitName, TrueWord, FalseWord, Name, OpenParen
1073409 chain Alternation 1: Plus | Minus | Star | Slash | DoubleSlash | Percent | Caret | DoubleStar | Less | LessEqual | Greater | GreaterEqual | Same | Differs | AndWord | OrWord
1073920 chain Repetition 0: Plus, Minus, Star, Slash, DoubleSlash, Percent, Caret, DoubleStar, Less, LessEqual, Greater, GreaterEqual, Same, Differs, AndWord, OrWord
1077505 operand Alternation 1: Minus | Plus | NotWord
1078016 operand Repetition 0: Minus, Plus, NotWord
1081600 primary Alternation 0: NumberText | UnitName | TrueWord | FalseWord | Name | OpenParen
1081856 primary Option 0: UnitName
1081858 primary Option 2: Caret, DoubleStar
1081859 primary Option 3: Caret, DoubleStar
1081860 primary Option 4: OpenParen, Dot
1085696 suffix Alternation 0: OpenParen | Dot
1086720 suffix RepetitionWithSeparator 0: IfWord, Minus, Plus, NotWord, NumberText, UnitName, TrueWord, FalseWord, Name, OpenParen
1089792 separator Alternation 0: NewLine | Semicolon
1093888 actions Alternation 0: NewLine, Semicolon | DeliverWord, Name
1094400 actions Repetition 0: NewLine, Semicolon, DeliverWord, Name
1097984 action Alternation 0: DeliverWord | Name
1097985 action Alternation 1: Equals | AddTo | TakeFrom | TimesBy | DivideBy
1098240 action Option 0: Dot
1098242 action Option 2: Colon
1102080 overrides Alternation 0: NewLine, Semicolon | Name
1102592 overrides Repetition 0: NewLine, Semicolon, Name
1106177 override Alternation 1: Equals | Tilde
1110273 flags Alternation 1: OpenParen | OpenFlags
1111552 flags RepetitionMandatoryWithSeparator 0: UnlessWord, ConstantWord, SharedWord, SummedWord, PerWord, EventWord, ClockWord, EveryWord
1114368 flag Alternation 0: UnlessWord | ConstantWord OverWord | ConstantWord | SharedWord | SummedWord | PerWord | EventWord | ClockWord | EveryWord
1114371 flag Alternation 3: TargetWord | ConnectionWord
1118464 body Alternation 0: NewLine, Semicolon | ParamWord, StateWord, InputWord, NeedsWord, ChannelWord, CompartmentWord, AxialWord, Rate, Name, ThresholdWord, ResetWord, RefractoryWord, OnWord, EventWord, EveryWord, RecordWord, MethodWord
1118976 body Repetition 0: NewLine, Semicolon, ParamWord, StateWord, InputWord, NeedsWord, ChannelWord, CompartmentWord, AxialWord, Rate, Name, ThresholdWord, ResetWord, RefractoryWord, OnWord, EventWord, EveryWord, RecordWord, MethodWord
1122560 statement Alternation 0: ParamWord | StateWord | InputWord | NeedsWord | ChannelWord Name | CompartmentWord | AxialWord | Rate | Name OpenParen | Name Equals | Name Colon | ThresholdWord | ResetWord | RefractoryWord | OnWord PreWord, OnWord PostWord | OnWord StepWord | OnWord Name | EventWord | EveryWord | RecordWord | MethodWord
1126657 paramClause Alternation 1: Equals | Tilde
1126912 paramClause Option 0: Equals, Tilde
1126914 paramClause Option 2: Colon
1126915 paramClause Option 3: OpenParen, OpenFlags
1131008 stateClause Option 0: Colon
1136128 inputClause RepetitionMandatoryWithSeparator 0: Name
1143296 channelClause Option 0: IsWord
1143298 channelClause Option 2: OpenBrace
1147392 compartmentClause Option 0: AtWord
1148416 compartmentClause RepetitionMandatoryWithSeparator 0: IfWord, Minus, Plus, NotWord, NumberText, UnitName, TrueWord, FalseWord, Name, OpenParen
1151488 axialClause Option 0: Colon
1155584 equationClause Option 0: OpenParen, OpenFlags
1159425 initialClause Alternation 1: Equals | Tilde
1163776 definitionClause Option 0: OpenParen, OpenFlags
1167872 bareClause Option 0: OpenParen, OpenFlags
1184001 pathwayClause Alternation 1: PreWord | PostWord
1184256 pathwayClause Option 0: Dot
1184258 pathwayClause Option 2: AsWord
1204736 recordClause Option 0: Colon
1212672 file Alternation 0: NewLine, Semicolon | ImportWord | FunctionWord | NeuronWord, SynapseWord, PlasticityWord, NoiseWord, ChannelWord | ModelWord
1213184 file Repetition 0: NewLine, Semicolon, ImportWord, FunctionWord, NeuronWord, SynapseWord, PlasticityWord, NoiseWord, ChannelWord, ModelWord
1218048 importDeclaration RepetitionMandatoryWithSeparator 0: Name
1221120 functionDeclaration Option 0: Colon
1221888 functionDeclaration RepetitionWithSeparator 0: Name
1225216 functionParam Option 0: Colon
1229057 equationsDeclaration Alternation 1: NeuronWord | SynapseWord | PlasticityWord | NoiseWord | ChannelWord
1229312 equationsDeclaration Option 0: ExtendsWord
1233152 modelDeclaration Alternation 0: NewLine, Semicolon | PopulationWord, SynapseWord, NoiseWord, SectionWord, ConnectWord
1233664 modelDeclaration Repetition 0: NewLine, Semicolon, PopulationWord, SynapseWord, NoiseWord, SectionWord, ConnectWord
1237248 cast Alternation 0: PopulationWord | SynapseWord | NoiseWord | SectionWord | ConnectWord
1241600 populationCast Option 0: OfWord
1241602 populationCast Option 2: OpenBrace
1245696 synapseCast Option 0: WithWord
1246720 synapseCast RepetitionMandatoryWithSeparator 0: Name
1249792 part Option 0: OpenBrace
1253888 noiseCast Option 0: AtWord
1262080 connectCast Option 0: AtWord
1262082 connectCast Option 2: EachWord
1262083 connectCast Option 3: WhereWord
1262084 connectCast Option 4: WithWord
1262085 connectCast Option 5: TimesWord
1262086 connectCast Option 6: OpenBrace
1266176 cells Option 0: OpenBracket
1266178 cells Option 2: IfWord, Minus, Plus, NotWord, NumberText, UnitName, TrueWord, FalseWord, Name, OpenParen
1266179 cells Option 3: IfWord, Minus, Plus, NotWord, NumberText, UnitName, TrueWord, FalseWord, Name, OpenParen
1270017 range Alternation 1: RangeWord | SampleWord | ChooseWord
1271296 range RepetitionMandatoryWithSeparator 0: IfWord, Minus, Plus, NotWord, NumberText, UnitName, TrueWord, FalseWord, Name, OpenParen
`
