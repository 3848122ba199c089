"""Given names of many languages by whom they are mostly borne, folded; no words, no places."""

from index.language.english import words

# Women's.
MORE_FEMALE_NAMES = words("""
abby angie becky bella bess bev cassie cora fran gayle jenna jodi josie kris lesley lorraine mandy margie marian marla
meg mindy mona myra pam patti ronda rosie sheri sherry susie terri tess toni trish vicky
kaja siti
aaliyah aarti abeer abena abiola abir achieng adaeze adaora adhiambo aditi adjoa adunni adwoa afaf afia afra afroditi
afsaneh agafya agathe ahlam aicha aikaterini aiko ailsa aishwarya aitana akinyi akosua akram akua alaa alejandra
alessia alevtina alicja alina aliya alka almaz almudena alzbeta ama amaka amani amara amarachi amelie amparo amrita
anais anastazja anca andreea andreia anette anfisa angeliki angharad aniko anjali anju ankita annalisa annalise anneli
anouk antoinette antonella antonina anupama anuradha anushka aoife aparna apiyo apolline arabella archana arezoo
arianna arpita arundhati asako asdis ashwini asma asmaa aspasia assunta atefeh athina atieno atousa aude aurelie awuor
ayako ayanna ayat aylin aynalem aynur ayse aysel aysun ayumi azadeh azar aziza azucena badia bahar bahareh bahati
bahija banafsheh basak basma beatrix beatriz behnaz belen belgin benedetta benedita berenice berna bernadette bernice
bertha bessie bette betul beulah beyza bhavana bhavna biljana birgitta birgitte birtukan blandine blanka bodil
boglarka boitumelo bolanle bongiwe bouchra briana brianna britt brittany bronwyn brunella brunhilde bryndis bukola
burcu bushra busisiwe camelia canan cansu capucine carmela carola carys caterina catriona celestine ceren cerys
chandrika charlene charu chiaki chiamaka chidinma chieko chika chinwe chioma chiyoko ciara cigdem cinzia clarissa
claudette claudine clemence clementine clothilde clotilde colette concetta constance cordelia corina corinna covadonga
dalal dalia dalila danica daniela darlene darya deanna debora deepa deepika deepti defne deirdre delores demet desiree
despina devika didem dilek dimitra dineo divya doina dominga dominika donatella doreen dorina dorottya dorthe dragana
duygu ebba ebele ebony ebru ebunoluwa edeltraud edna eeva efigenia efua eija eila eilidh eini eirini ekaette ekaterina
ekta elaheh eleftheria eleni eleonora elettra elfriede elham elif elin elinor elisabetta eliska elizaveta elmas elodie
eloise elsie elzbieta emanuela emel emiko emilie eniko eniola enrica erika eriko ersilia erzsebet esi esin esra
estefania eszter etelka etenesh ethel etsuko etta eugenie evangelia evgenia ewelina fabiana faina fanny farahnaz
faranak farida farzaneh faten fathia fatoumata felisa fenella fereshteh feride ffion fidan figen fikirte filiz
filomena fionnuala fiorella florentina folake folasade forough fotini francine francoise frauke freya friederike
fulvia fumiko funda funke funmilayo furaha fusako gaelle gamze garima gauri gayatri geeta geetha georgina gertrud
ghada ghalia ghislaine giada gillian gianna ginevra giovanna gisele giselle giuseppina gizem gladys glenda golnar golnaz
golshifteh gonca gordana graciela grainne graziella grazyna gretchen grete gro gugu gulay gulcan gulsen gulten gunhild
gunvor gwenaelle gwyneth gyongyi habiba hacer hadeel hafsa hailey hajar hajnalka haleh halima halina halyna hanako
hanan hanane handan hania hannelore haruka haruko harumi hasna hatice hatsue hattie havva hedda hege heidrun heike
heloise helvi hema hengameh henrike hideko hikari hilde hildur hilkka hiroko hisako hitomi hiwot hlengiwe homa honoka
hortense hortensia houda huda huguette hulya ibolya ifeoma ifeyinwa ijeoma ilaria ileana imani imke immacolata imogene
inas indira indu inessa inger ingvild inka intisar ioana ioanna iolanda iona ipek irja irmgard irmtraud iryna isha
isla israa itziar ivone iyabo izabela jaana jadranka jale jamila jandira jarmila jaroslava jasmine jasna jayalalithaa
jayanti jeanette jeannie jeannine jemima jerri jihan jimena jitka joann jolene josefa josette josiane jovana juana
julianne junko jussara justine jutta jyoti jyotsna kaarina kadriye kaija kaisa kajsa kalliopi kalpana kamila kamilia
kanako kanchan kaori kareena karianne karima karolina kashiya kasturi kasumi katerina katri kavita kavitha kawthar
kaylee kayoko kazuko keiko keisha kellyanne kemi keshia khadijah khalida khanyisile khatereh khawla kholoud kiara
kidist kikuko kimia kimiko kira kirsi kirstjen kirsty kiyoko kjersti klavdia komal konstantina kristi kristiina
krisztina krysten krystyna krzysztofa kumiko kusum kveta kyoko kyrsten ladan laetitia laila lakisha laleh lalita lamia
lashonda latasha latha latoya laure lavinia laxmi leela leena leire leman lemlem lene lenka lenore leona leonor lerato
lesia letizia libuse licia liesel lieselotte liisa liliane lindiwe linnea lisbet lisbeth lisette livia ljiljana lola
loredana lorella lorenza lottie lovisa lubna lucienne lucrezia lucyna ludivine luella lula luminita lungile lupita
luzia lyubov mabel macarena machiko madalena madalina maddalena madge madhavi madhuri madoka mae maeve mafalda
magdolna maha mahnaz mahsa mahshid mahvash maike maiko maite maja majida makayla maki makiko malathi malika malini
mamata mamiko manal mandana maneka manijeh manisha manju manjula manon maram marcella mareike margarete margaux
margery margherita marguerite mariamu mariangela marianna maribel mariia mariko marilia marinella marisol marja marjan
marjatta marketa marlies marte marwa maryse marzena marzieh masako masih masoumeh matilde mavis maxine mayawati maysa
mayu mayuko mayumi meaza meena meenakshi meera megha mehri meike melania melek melisande meltem meral merete meriem
merja merve meryem meseret mhairi michela micheline michiko midori mieko mihaela miho mikako miki mikiko milada
millicent mina minako minerva minna minnie minoo mireille mirella miren mirja mirjana miroslava mitali mitra mitsuko
miwa miyako miyuki mizuho mizuki mmusi mojgan momoko monique montserrat morag motoko mouna mridula muge mulu muna
mwanaisha mwende myrna myrtle mythili nabila nadiia nafula naima najla najwa nalan naledi namita namrata nanako nandi
nandini nandita nanna naoko narges nashwa nasieku nasim nasrin nataliya natasa natascia natsuko natsumi nawal nazan
nazanin nazha nazli neelam neema neena neeta negar negin neha nellie nerea nerys neslihan nesrine nettie neusa nevena
nevin niamh nicoleta nicoletta nidhi nieves nihal niki nilgun niloufar nilufer nirmala nisha nisreen nita njeri nkechi
nkiru nkosazana nneka nnenna nobuhle noelia noemie nokuthula nolwazi nomalanga nomcebo nomsa nomvula nonhlanhla nonye
nooshin noreen noriko nosipho noura nozipho nozomi ntombi nupur nuray nurcan nurgul nurten nyambura nyokabi obiageli
oceane odette olabisi olalla oleksandra olesya oliwia oluchi olufunke omolara onyinye ophelie oprah orsolya ottavia
ottilie outi oyinkan ozge ozlem padma padmini paivi palesa pallavi panagiota paquita paraskevi parisa parvaneh
parvathi parvati parvin pascale patrycja patsy paulina pavla pegah pelin pembe penelope perihan perrine phoebe
phumzile piera pinar pippa pirjo pirkko piroska polina pooja poonam pouran prabha prachi pragya pratibha preeti prerna
priya priyanka puleng purnima quvenzhane radhika radka radmila raffaella raghad ragnheidur ragnhild raija rajani
rajeshwari rajni raluca ramya rana randi rasha rashida rashmi raymonde razan rebeca refilwe rehema reiko reka rekha
renu renuka reshma revathi rhiannon rhoda richa rie rieko rigmor rihab riikka riitta rimma ritsuko ritu ritva rocio
rohini rolande romana romina ronke rosalba rosalie rosalyn rosamund rosangela rosaria roseanne rossana rossella rouba
rowena roxanne roya ruchi rukiye rumiko rupa rupali ruthie ruxandra ruzica ryoko saadet saara sabah sabina sabine
sabrine sachiko sadako sade sadhana sadhvi sadie saeko safa safia sahar sahle saida sakiko salome salwa samia sana
sanaa sanae sanam sandhya sangeeta saoirse saori sarita sarka satoko satomi savita savitri sawsan sayaka sayuri seda
seema segolene seija seiko selam selin selma semra sena senait sepideh serap serena serpil setareh setsuko sevda
severine sevgi sevil sevim shabana shabnam shahla shahnaz shahrzad shaila shaima shaimaa shalini shanice shaniqua
shanta sharda sharmila sheela shelia sherine sherri sheryl shigeko shilpa shirin shizue shizuka shizuko shobha shohreh
shona shonda shraddha shreya shruti shubha shweta sian sibel sibongile sieglinde sigridur sigrun siham silje simin
simisola sindisiwe sinikka siphokazi sirkka sirpa siv slavica smaranda smita smriti sneha snezhana soad sofya soheila
sojourner solange solene solomiya sonali sonam sondos sondra songul sorina souad soudabeh srividya stanislawa
stavroula steffi stepanka stina styliani suad subhadra sucheta sudha sue suha suhair suheyla sujata sukran sulochana
sumaya sumiko sumitra sunanda sunita sunniva supriya surabhi surekha sushila sushma suvi suzan svea swapna sylvaine
sylviane sylwia synnove szilvia tabitha taghreed tahani tahereh taina takako tamaki tamika tamiko tandeka tanisha
tanja tanvi taraneh tarja tawny tetiana thais thandeka thandi thandiwe thelma thembeka thembi therese theresia thuraya
tigist tiina timea tirunesh titilayo tiwa tiziana tokiko tolu tomoe tomoka tomoko tora torunn toshiko toya trine
tripti tsehay tsholofelo tsuneko tugba tulay tulin turkan tuula tuuli tuva uchenna uju uliana ulku ulrikka umeko
urmila urszula urvashi uschi valarie vandana vanesa vani vanna varvara vasanthi vasiliki vassiliki vasundhara vatsala
veena venus verna veronika veronique vicki vidya vigdis vijaya vimala vincenza vineeta violaine viorica virginie virpi
vitoria viviana viviane vlasta wafa wafaa wairimu wambui wangari wanjiku wanjiru wenche whoopi widad wiebke wieslawa
winifred winnie wioletta xiomara xochitl yamini yara yaroslava yasemin yasuko yayoi yeganeh yekaterina yelena yesim
yetunde yevgenia yewande yodit yogita yoko yolande yoriko yoshie yoshiko yosra yuka yukako yukari yukie yukiko yuliia
yumi yumiko yuriko yusra yuuko zahra zainabu zakia zandile zanele zawadi zehra zeinab zeliha zeljka zendaya zenebech
zeynep zhaleh zhanna ziba zinaida zineb zinhle zodwa zohra zohreh zoi zoleka zorica zoya zsofia zubaida zubeyde zuhal
zuhura zulfa zuzanna
araba bronagh chebet chiedza chikondi chipo corazon endang glenys huong ilinca indah jepkosgei jette kemunto lakshmi
linh luzviminda maame maricel marites moraa mumbi ningsih nokwanda nyasha putri rahma ratna rudo rumbidzai rutendo
sulastri thankamma thuy tiwonge tsitsi wulan yaa yuni
prue imogen alethia anthea karoline eluned bethan lowri mererid siwan briony bryony ishbel kirsteen senga litia aroha
ngaire marama mele seini sherelle tamsin demelza morwenna jenifer
aidana aigerim ainur ainura aizada aizhan aknabat altantsetseg altynai anahit armine arpine arzu asel assel astghik
bakhyt barno begimai bibigul bolormaa botagoz burul cholpon concepcion delgermaa dildora dilnoza dinara elnura
enkhtuya felicidad feruza firuza gaukhar gayane gozel gulchehra gulmira gulnar gulnara gulnoz gulzat gunel gvantsa
hasmik jeren jyldyz karlygash ketevan khatuna khulan konul kuralai lela lusine madina madinabonu manana manizha
marva mavluda medea meerim meruert milagros moldir momena mukhabbat munkhtsetseg naira narantuya nargiza natia
nazgul nestan nigar nigora nilufar nodira nune nvard ogulgerek oguljahan oyuunchimeg parvina perizat raushan
saltanat sarangerel saule sevara sevinj shahlo shahnoza sholpan shushan siranush solongo tahmina tarana tatev
tinatin togzhan tsetseg tsira umida uyanga zarina zaruhi zebo zhanar zhuldyz zhyldyz zulfiya
""")

# Men's.
MORE_MALE_NAMES = words("""
jeb abe alf alfie archie bart bert bram brett burt cal cecil chet claude clint clive cody cory curt damon darrell donnie
duncan dustin dylan elliot ernie errol ethan freddie gabe geoff gerry glen hal hector ike jay jonah jude kelvin kenny
lester mack marty mel merv mick mickey mort nate owen reggie rex robbie ronnie sammy shaun sid stan stevie stu
timmy trent troy vern vince wally walt wendell wes woody zach zack
hossein joko jonas raila tunde
aakash aamir aarne abayomi abdallah abdelaziz abdelfattah abdelkader abdelmajid abdelrahman abderrahmane abdirahman
abdou abdoulaye abdulaziz abdulkadir abdullahi abdulrahman abebe abelardo abhijit abhinav abhishek abilio abiodun abiy
achille achilleas adalberto adebayo adebowale adekunle adelino adem ademola adeniyi adewale adeyemi adham adil aditya
adnan adolfo adriano aecio aegir afanasy afolabi afonso agim agnaldo agnar agostino ahmadou ahmet ahti aime aimo ajay
ajit akbar akhil akhilesh akihiko akihiro akinori akinwumi akio aksel akshay akwasi alaaddin alaattin alasdair albin
alcides aldric aled alekos aleksandar aleksei aleksey alemayehu ales alessio alexandr alexandru alfio alfons alfredo
algernon aliou alireza alistair allal alois alojz alok alonso alpaslan alper aluisio alvaro alyaksandr amadeu aman
amar amarinder amaury ambuj amedeo amerigo amilcare amine amir amirhossein amitabh ammar amol anacleto anand anant
anas anastasios anatole andras andrey andriy angelos anibal anil anirban aniruddha anish ankit ankur anoop anselme
anselmo ansgar anshul antero antonello antonino antonis anup anurag aparecido apostolos arafat arash arben arcadio
ardeshir argyris arif arild arindam aristides arkadiusz arkady arman armand armindo arnaldo arndt arni arpad arsalan
arsenio arseny arta artemio arto artyom arun arvid arvin arvo asbjorn aseem asefa asgeir asger ashish ashok ashraf
ashutosh ashwin asim asko aslak asmund ata athanasios atiku atilio atilla attila attilio atul auberon audun auguste
augustin aurel aurelien aurelio avinash ayele ayhan ayman aymen ayodeji ayodele aytac ayush azhar aziz babajide
babatunde babul bahador bahman bahram bakir balazs baldassarre baldev balint balram baltasar baltazar balthasar
balwinder bamidele baraa baraka barna barnaby barthelemy bartholomew bartolome bartolomeo basel bashir basil basilio
bassem bastian bastien battista baudilio baudouin bedrich behnam behrouz behzad bekele bekim bekir belmiro bence
benedikt bengt beniamino benito benoit benvenuto beppe berat berhanu berk berkay bernabe bernardino bernd berthold
besim besnik bhagwant bhaskar bhupendra bhupinder bibek bijan bijoy bikram bilgin bipin biplab birendra birger birhanu
biswajit bjarne bjarni boguslaw bohdan bohumil bohuslav bojan bolaji boleslaw bongani bonifacio borek borge borislav
branimir branko braulio bretislav bronislaw bujar bulent burak burhan burkhard burkhart caetano calin callum calogero
camillo camilo candido caner carmelo cassio catalin cayetano cecilio celal celalettin celestin celestino celso cem
cemal cemil cengiz cesare cestmir cezary chandan chandrababu chandrashekhar charalampos charanjit chege chetan chidi
chidiebere chijioke chike chima chinua chirag christer christof christos chukwudi chukwuemeka chukwuma cihan cillian
ciprian cipriano ciriaco ciro clemente clifton clovis corentin corneliu cornell corrado cosimo cosmin costantino
costas crispin cristian cristobal cristovao csaba cuneyt cuthbert cyprian cyrille czeslaw dacian dagfinn dagoberto
dagur daichi daiki daisuke dalibor damiano daniil danilo danylo dapo darius dariush dariusz darnell darshan davide
davidsson davood davor dawid dawit dawood dayo debasish decebal deepak deependra dejan delbert demarcus demeke
demetrio denes denny dereje dervis deshawn desiderio desmond desta detlef detlev devendra dewayne dewi dexter dezso
dhananjay dharmendra dhruv diab diarmuid didier dietrich digvijay dilip dimitris dino dionisio dipankar dirk djalma
dmitriy dmytro domingos domokos donato dorian dorin dragoljub dragos drazen dritan duane duarte dumisani dumitru
dursun dusko dwayne eamonn eberhard ebrahim ebuka eckart eckhard edgard edi edilson ediz edmilson edmond edmondo
edmundo edoardo edouard efrain efstathios efthymios eggert egidio egil eiichi eiji eilif einari einarr eirik eirikur
eisaku eivind ekkehard ekrem eladio eldridge eleftherios elek elemer eleuterio elie eligio elijah elio eliseo eliseu
ellef elmer eloi elon eloy elwood emad emanuele emeka emidio emile emiliano emlyn emmanouil emory emrah emre emyr
endre enes engelbert ennio enoch enver enzo eoghan eoin epifanio erasmo ercan erdal erdem erhan erkan erkki erlend
ermanno ermias ernani ernesto erol ersin ertan ertugrul ervin erwan erwin eryk esfandiar eskandar esko esmaeil espen
essam esteban euclides eudes eugen eugenio eugeniusz eusebio evandro evangelos evaristo everett evrard ewald ewan
eyvind ezio ezra fabien fabricio fabrizio fadel fadi fahad fahim fahrettin faik fakhri faramarz farhad fariborz faris
farooq farouq farrokh farshad faruk farzad fathi fatih fatmir fatos faustino fausto fawzi fayez fayyad fedor feisal
felice felicien felipe femi ferdinando ferenc fereydoun fergal ferhat fermin fernand fernao ferris ferruccio feyzi
fiachra fikile fikret fikri fikru fintan fiorenzo firas firmin firouz flaviano flavio fletcher florencio florin floyd
folarin fotis fouad franciszek franck franco frantisek fraser frederic friedhelm frithjof frode froilan fuad fuat
fulgencio fulvio fumihiko fumio fumitaka furkan fyodor gaetan gajendra galal gamal gaspar gaspare gaston gaurav gautam
gauthier gavriil gbenga gebhard geir genaro genichiro gennaro geoffroy georgios georgy geraint geraldo gerd gergely
gergo gernot gero gerwin getachew gethin getulio geza gezim ghanem ghasem ghassan gheorghe ghislain ghobad gholamreza
ghulam giampaolo giampiero giancarlo gianfranco gianluigi gianmarco gianni giannis gianpaolo gilbert gilberto gildo
gilmar gilson gino gioacchino giordano giorgos giosue giovani girish girma girolamo gisle gisli giuliano gjermund
godswill goffredo gojko gokhan goncalo gonzalo goodluck gopinath gorm goro gottfried gottlieb graciano grady graziano
greger gregoire grigory grimur gruffydd grzegorz gudmund gudmundur guglielmo guilherme gulab gulshan gumersindo
gunnlaugur gunther gurdeep gurkan gurmeet gurpreet gursel gus gustave gustaw guven gwilym gyula haakon habibollah
hachiro hadi hafez haidar haider haile hailemariam haitham hajime hakeem hakim hakon haldor haldun halfdan halil
halldor hallgrimur hallvard haluk halvard halvor hamad hamdan hamdi hamed hamidreza hamish hamzah hani hank hanno
hanns hannu haralambos harald hardeep haris harish harjit harlan haroldo haroun harri harsh harshvardhan hartmut
hartwig haruhiko haruo hasan hashim hatem havard hayati hayato hayri haytham hazem heikki heiko heiner heitor helder
helge helgi hellmut helmuth hemant henning henrique henryk heribert heriberto hermenegildo hernando herve hesham
heshmat hicham hideaki hidehiko hidekazu hideki hideo hidetoshi hideyuki hieronim higinio hikmet hilaire hilario hilmi
himanshu himanta hipolito hiram hiroaki hirofumi hirohiko hirokazu hiroki hiromichi hironori hirotaka hiroyasu
hiroyuki hisashi hisham hitesh hitoshi hjalmar hjalti holger homayoun honorio hooman hooshang horace horacio horia
hosni hossam houshang houssam hoyt hreinn hryhoriy hugues humberto humphrey husam husein huseyin husni husnu hussam
huw hynek iacob iain ichiro idris idriss iestyn ieuan ifan ifeanyi ignacy ignaz ignazio ihab ihor ihsan iiro ikechukwu
ikenna ilario ilias ilie ilir ilker ilkka illia ilmari ilyas imad imre inacio inaki indalecio inder indrajit ingemar
ingmar ingolfur ingvar innokenty inocencio ionel ionut iraj iraklis ireneusz irfan irving irwin isaiah isamu isao
ishaan isidore isidro ismael ismet issa issam issei italo itamar itsunori iulian iuliu ivano ivar ivica iwan iyad izet
izzet jaafar jaakko jabbar jabir jabu jabulani jacek jacinto jacobo jacopo jadranko jafar jagan jagat jagdish jagmohan
jago jahangir jaideep jaipal jair jairam jairo jakub jalal jalen jamal jamil janez janusz jarkko jarl jarle jarmo
jaromir jaroslaw jassim jaswant jatin javad jawad jayant jayesh jaylen jebediah jed jedrzej jeno jeremiah jeremie
jermaine jeronimo jesper jethro jide jignesh jindrich jiri jiro jitendra joakim joaquim joerg joffrey johan johannes
joji jokull jolyon jordi jorg jorgen jorma jorn josef josep josiah josip josselin josue jouko jouni jovan jozsef
juanjo juha juhani juho jukka julien julio junichi junichiro juro jussi justino juvenal jyotiraditya jyrki kaan kaare
kaarlo kacper kadir kadri kai kalervo kalevi kalman kambiz kamel kamil kamlesh kamran kamyar kanhaiya kapil karan kare
karlheinz karoly karsten karthik kartik kasper kassa katsuhiko katsumi katsunobu katsuya katsuyuki kaveh kayode kayvan
kazimierz kazuhiko kazuhiro kazuki kazunori kazushi kazutaka kazuya kazuyoshi kazuyuki kebede keigo keiichi keiji
keisuke keita kelechi kellan kenan kenichi kenichiro kenjiro kenta kentaro kenzo kerem kermit keshav ketan ketil
keyvan khalil khamis khaya khosrow khulekani kianoush kiichi kiichiro kilian kimmo kimon kirill kirk kishore kiumars
kiyoshi kjartan kjell kjetil klas klemens kobe kohei koichi koichiro koji kojo koki kolawole konrad konstantinos koray
korbinian korkut kornel kosei kosuke kota kotaro kourosh kozo kresimir krishan kristian kristjan kristof kristoffer
krisztian krystian kuba kubilay kujtim kuldeep kunal kunihiko kunio kunle kursat kurt kuzma kwabena kwadwo kwaku kwasi
kwesi kyohei kyosti kyriakos lachlan ladipo ladislao ladislav laercio lakhdar lakshman lalit lamar lamberto lambros
lancelot lanre lapo lasse laureano laurentiu lauri lauro lavar lavrenty laxman lazzaro leandre leandro lebron lefteris
lekan lemma lemuel leonce leoncio leone leonel leonhard leonidas leopoldo leos leroy levent levente libor lidetu
lilian lindomar lino lionel lisandro livio liviu ljubo ljubomir llewellyn lodovico loic lokesh lonnie lorand lorant
lorcan lotfi lothaire loukas lourenco lowell luay lubomir lubos luchino lucian lucien lucio lucius lucjan ludek ludger
ludovico ludvik luitpold luiz lukasz lulzim lungisa lutfi luther lwazi lysander macario madan mael magne mahdi
mahendra maher mahesh mahir mahmud mahmut mahyar majed majid makar makoto maksim maksym malachi malek mamadou mamoru
manabu manas mandeep mandla manfredo mangosuthu manish manlio manmohan manoel manohar manoj manolis manouchehr mansour
marceau marcelino marcellin marcello marcelo marcial marcio marino mariusz markku marko marton martti marwan masaaki
masafumi masaharu masahide masahiko masahiro masahito masakatsu masakazu masaki masanobu masanori masao masaru masashi
masataka masato masatoshi masaya masayasu masayoshi masayuki masoud massimiliano massoud matej mateusz mats matthieu
matti mattias matvey matyas mauno mauricio maurizio mauro maxence maxim maximilian maximilien maximino mayank maynard
maysam mazdak mazen mcebisi medard mehran mehrdad meinhard meinrad mekonnen melchior melchor meles melih mengistu mert
mesfin messias mesut mete metin mevlut meysam michal michalis micheal michelangelo michihiko michio mieczyslaw mihaly
mikio mikkel miklos mikolaj milind milivoj milorad miloslav miloud milovan miltiadis milton mimmo minoru miodrag
mircea mirco miro miroslav miroslaw mirsad mirza mithun mitsuhiro mitsuo mitsuru mladen mluleki moacir mogens mohamad
mohit mohsen moises mojtaba moktar momcilo moncef mondli montague monty mookie moreno morihiro morten morteza mortimer
mosiuoa motohiro motoo mounir mourad moustafa mstislav mthunzi muammer mugur muhammadu muhannad muharrem muhittin
muhsin mukesh mukhtar mukul mulatu mulayam mulugeta muneo munir munish murad murilo murli mursel mustapha muthanna
muyiwa muzaffer muzi mykhailo mykola mykyta nabil nader nadim nagendra naguib nahit naim naji najib namik nandor
narciso narendra naresh narinder naser nasr naveen navjot nawaf nayef nazario nazih nduka ndumiso nebojsa necati
necdet necmettin neeraj negash negasso nehemiah nektarios nello nemesio nestor nevzat newt nhlanhla niall nicanor
nicasio nicodemo nicolae nicolo nicusor nidal nihat niilo nikhil nikica nikolaos nikolay nikos nilesh nilton nima nino
ninoslav niraj nirav nitesh nitin nitish nizar njabulo njal nkosinathi nnamdi noboru nobuaki nobuhiko nobuhiro nobuo
nobutaka nobuyuki norbert norberto norihiko norihiro norio noriyuki noureddine nouri nuhu nunzio nurettin nuri obafemi
obinna octavian octavio oddvar odin odysseas ogbonna oguz oguzhan oisin okan okechukwu olabode oladipo olafur olaniyi
olanrewaju olatunji olavi olawale oldrich olegario oleh olexiy olgierd olof oluf olufemi olumide olusegun olusola
oluwaseun omid omprakash omran onder ondrej onofre onur onyekachi orcun oreste orestis orfeo orhan oriol orlando
ortwin orville osama osamu osmo ostap osvaldo oswald otakar otavio otfried othman otis ottar ottavio ottmar ottone
oussama ove ovidiu owain ozan ozcan ozgur ozzie paavo padraic padraig palle panagiotis pancracio pankaj panos pantelis
paolino paresh partha parviz paschalis pascual pasquale patrik patrizio patryk pauli paulino pavan pavlos peder pejman
pelayo pelle pentti percy peregrine periklis pertti petar petre petrit petro petru petter petteri peyman philibert
philippe phumelelo pierangelo piercarlo pierfrancesco piergiorgio piero piers pirouz piyush platon policarpo ponciano
porfirio poul pouya prabhakar pradeep pradip prafulla prahlad prakash pramod pranab pranav prasanna prashant pratap
prateek praveen preben premysl primitivo prithviraj procopio prodromos prokhor prudencio przemyslaw puneet purushottam
pyotr qais qasem qasim qassem quentin quincy quique rabah rabindra rachid radim radivoj radomir radovan radu radwan
raed rafat rafik raghav raghu raghuram ragnar ragnarr rahul raimo raimondo raimundo rajat rajeev rajendra rajib
rajinder rajiv rajkumar rajnath ralf ramachandra ramakrishna ramdas ramdev rami ramin ramiro ramush ramzi randall
randeep randhir randy raniero ranjan ranjit ranko raoul rashad rasim rasmus ratko rattan rauno ravi ravindra ravish
razvan recai redwan refik reginald reginaldo regis reidar reiji reijo reinaldo reiner reinhold remigio remigiusz remo
remus remy renan renato renaud renzo resat reza rezso rhodri rhys riad riccardo ricky ridha ridvan rigoberto riku
rinaldo risto ritesh riyad riyadh riza roald robby rocco rochdi rodion rodolfo rodolphe rogelio rogerio rohan rohit
rolando romeo romolo romuald romualdo romulo ronaldo ronan roscoe rosendo rostam rostislav rotimi rouhollah ruairi
ruaridh rudiger rufino rufus ruggero ruhollah rupert ruperto ruprecht russ rustu rusty ryohei ryoichi ryoji ryosuke
ryota ryotaro ryszard ryuichi ryuji ryuta saad saadi sabahattin sabatino sabelo saber sabin sabri saburo sachin sadao
saddam sadegh sadettin sadik sadiq sadullah saeed safwan sahil sahin saif sakari salah saleem sali salih salim salman
salustiano salvatore sambit sameer sameh sami samir sampo samrat sancho sandeep sandile sandip sandor sandro sanele
sanjeev sanjiv santeri santosh sarath sarbananda sasa sasan satish satoru saturnino satya satyajit satyendra sauli
saurabh saurav saverio savvas sayed sbu seamus sebastiano sebastien sedat sefa segismundo seif seigo seiichi seiichiro
seiji seishiro selahattin selami selcuk semih semyon senad seppo serafin serban serdar serge serhat serhii serhiy
serkan servando settimio seun severiano severino sevket seymour seyoum sezgin shafiq shahab shahin shahram shahriar
shailesh shakir shapour shaquille sharad shashank shashi shawki shekhar sheldon sherif shigeaki shigeki shigenobu
shigeo shigeru shigeyuki shimelis shingo shinichi shinichiro shinji shinjiro shinsuke shintaro shinya shinzo shiro
shivam shivraj shkelzen shogo shohei shoichi shoji shota shotaro shozo shreyas shubham shuhei shuichi shuji shunichi
shunsuke siamak siarhei siavash sibusiso siddharth siddhartha sidi siegbert siegmar sifiso sigbjorn sigmar sigmundur
sigurd sigurdur sigvard sihle silas silvan silvano silverio silvestre silvestro silvio silviu simphiwe sinan sindre
sinisa siphiwe sipho sirio sirous sisto sitaram sivert sixto siyabonga sizwe skender skuli slavko slawomir snorre
snorri sohail sohrab soliman somnath sonke soren sorin soroush sosuke sotirios sourav spyridon spyros srdjan srecko
sridhar srikant srinivas stamatis stavros stefanos steffen steinar steingrimur stelian stelios sten stepan stipe
stjepan sturla suat subhash subrahmanyam subrata sudarshan sudhir sudip suguru suhail sujan sukhbir sukru sulaiman
suleiman sulejman suleyman sumit suraj surender surendra suresh surinder surjit sushant sushil susumu svatopluk sveinn
sverre sverrir svetozar svyatoslav sylvain sylvester sylvestre sylwester syver szabolcs szilard szymon taavi tadahiro
tadao tadashi tadesse tadhg taha taher tahir taichi taiki takaaki takafumi takahiko takahiro takahisa takamasa
takanori takao takaya takayuki takehiko takehiro takeo takeru takuma takumi takuro takuya talal tamas tamotsu tancrede
tancredi taner tanguy tanner taoufik tapan tapani tapio taras tarcisio tarek tarik tarjei taro tarquin tarun tathagata
tatsuo tatsuro tatsuya tauno tawfik taye tayfun tayfur tayo taysir tayyip tedros teemu tejas tejashwi tejasvi tekin
tekle temesgen temitope teodoro teofilo teppo terje terrence teruo tesfaye teshome tetsuo tetsuro tetsuya teuvo tevfik
tewodros thabang thabet thaddeus thami thanasis themba thembinkosi theo theodor theodoros theofilos theophile thiago
thibault thibaut thilo thodoris thorbjorn thore thorsteinn thorvald thurgood thurman tiago tiberio tiburcio tihomir
tilahun tilman timofey timoteo timothee timur tito tivadar tiziano toivo tokunbo tolga tomislav tomoaki tomohiko
tomohiro tomoki tomonori tomoyuki tonino toralf torben torbjorn tord torgeir torgny toribio torkel torkild tormod
torquato torquil torstein toru toshiaki toshifumi toshihide toshihiko toshihiro toshikazu toshiki toshimitsu toshio
toshiro toshiya toshiyuki touraj traian traugott trenton tristan trond truls trygve tshepo tsuguo tsutomu tsuyoshi
tudor tullio tuncay tuncer tuomo turgay turgut turhan tushar tyrell tyrone ubaid ubaldo ubiratan uchechukwu uday
uddhav udit ufuk ugo ugochukwu ugur ujjwal uladzimir ulli ulrik ulv ulysse ulysses umesh umit uolevi urbain urho uriah
urpo usama uthman utpal uttam uzoma vadim vahid vaibhav vaino valdemar valdir valentino valeriano valerio valeriu
valeriy valiollah valon valtteri vangelis varun vasant vasco vasile vasileios vasilis vassilis vasyl vebjorn vedat
vegard veikko veljko venancio veniamin venkaiah venkat venkatesh vesa veysel viacheslav vianney vibhor vicente
victoriano victorien vidar vidyut viggo vijay vikas vikram vikrant viktar vilem vilho ville vilmos vimal vinay vineet
vinicius vinko viorel vipin viplav virendra virgil virgilio vishal vishwanath vissarion vit vitalii vitaliy vitezslav
vitor vittorio vivek vivekananda vlad vladan vladimiro vlado vlastimil vojislav volkan volkmar vsevolod vusi vusumuzi
vyacheslav waclaw wadih wael wahid waldo waseem wassim wataru wenceslao wendelin wieland wieslaw wilbur wilfred
wilfried willard willi willibald winfried wit witold wladyslaw wlodzimierz wojciech wole wolfram woodrow workneh wyatt
xabier xaver xisto xolani yadollah yaghoub yahya yakov yakubu yalcin yanis yannick yaroslav yasar yash yashwant yasin
yasir yassine yasuaki yasufumi yasuhiko yasuhiro yasuhisa yasunari yasunori yasuo yasushi yasutoshi yasuyuki yawo
yazid yefim yegor yemi yevgeny yevhen yiannis yigit yngvar yngve yoann yogendra yogesh yohannes yohei yoichi yoichiro
yoji yoshiaki yoshifumi yoshiharu yoshihide yoshihiko yoshihiro yoshihisa yoshikazu yoshimasa yoshimitsu yoshinobu
yoshinori yoshio yoshitaka yoshito yoshiyuki yosuke younes yousef youssouf yrjo yucel yuichi yuichiro yuji yujiro
yukihiko yukihiro yukio yuksel yunus yurii yuriy yury yusaku yushi yusuke yutaka yuya yuzo yvan yvon zacarias
zachariah zafer zahed zaid zakaria zakhar zakhele zaki zane zarko zayd zayed zbynek zdravko zdzislaw zeke zeki zeljko
zenon zerihun ziad zine zinovy zivko ziya ziyad zizi zlatan zlatko zoubir zsigmond zsolt zuhair zulfu zvonimir zweli
zwelinzima zygmunt
agus arnel ayanda azlan bambang budi chisomo dedi dragomir eko ekow emrys farai hendra jeroen kaido kipchoge kondwani
kwamena kweku limbani lito maarten madis mphatso priit reynaldo rizal rommel ruud sander segun simbarashe slamet
sutomo tafadzwa tanel tapiwa tatenda teguh tendai thijs tinashe uche usman wahyu wilfredo wouter yamikani yaw
zwelithini
delroy everton lachie ivor jory kavesh colm piran denzil osian tomos hywel meirion tavita sione manaaki wiremu hemi
rangi matiu bertie struan calum
aidos akmal akylbek alibek almas almazbek anar aram archil armen artur aset ashot askar aslan avtandil azamat azat
bahodir bakyt bakytzhan batbayar battulga batyr baurzhan bauyrzhan bayarsaikhan begench bekzod berik besik bidzina
bobur bolat botir chyngyz daler daniyar darkhan dauren davaadorj davit davron elchin eldar elnur elshan emomali
enkhbold erdene erlan ermek farhod farrukh firuz gagik galym ganbold garegin gela gevorg giorgi guram gurbanguly
hakob hayk hovhannes hrant ikrom ilgar ilham ilhom irakli islom jahongir jamshed jasur kairat kakha kamchybek kanat
kanybek karapet kassym khaltmaa khurelsukh khurshed kubanychbek levan levon mahmadsaid maksat mamuka marat marlen
mikheil munkhbat myrat namig narek nikol nodar nodir nurbek nurlan nursultan nurzhan olzhas omurbek oraz orkhan
otabek otar otgonbayar oyunerdene ramil revaz rinat rovshan rustam rustem sadyr saidali samat samvel sanzhar sardor
serik serzh shalva shavkat sherali sherzod sooronbai suhrob suren talant talgat temur temuulen tengiz tigran tsakhia
tural ulan ulugbek ulziisaikhan umid vahagn vahan vakhtang vardan vazgen vugar vusal yerbol yerlan yerzhan zafar
zaur zaza zhandos zhomart zurab
""")
